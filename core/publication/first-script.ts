/**
 * The only script that stands inside the pages: it runs before anything is drawn, so that a chosen light or
 * dark never flashes and room for what scripts add is there from the start. The security policy names it by
 * its checksum; every other script is a file.
 */
export const FIRST_SCRIPT =
	'{const r=document.documentElement;r.dataset.scripted="";try{const t=localStorage.getItem("theme");if(t==="light"||t==="dark")r.dataset.theme=t}catch{}}';

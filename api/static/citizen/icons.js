// Small drawings of buttons, of one line each. They say nothing to a screen reader: the button has words.
const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  copy: "M9 9h10v11H9zM15 9V4H5v11h4", check: "M5 12.5l4.5 4.5L19 7.5", listen: "M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
  stop: "M7 7h10v10H7z", mic: "M12 15a3.2 3.2 0 0 0 3.2-3.2V7a3.2 3.2 0 0 0-6.4 0v4.8A3.2 3.2 0 0 0 12 15zM6.5 11.5a5.5 5.5 0 0 0 11 0M12 17.5V20.5",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

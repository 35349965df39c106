// The few pictures the page uses, drawn as lines in the colour of the text.

const SHAPES = {
  bell: "M6 16.5h12l-1.5-2V10a4.5 4.5 0 0 0-9 0v4.500zM10 19.5a2 2 0 0 0 4 0M12 3v2.5",
  bolt: "M13 3 5 14h6l-1 7 8-11h-6z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  chevron: "m6 9 6 6 6-6",
  clock: "M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  close: "M6 6l12 12M18 6 6 18",
  compass: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm3.5 5.5-2 5-5 2 2-5z",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h6",
  hash: "M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16",
  mail: "M3.5 6h17v12h-17zM3.5 7l8.5 6 8.5-6",
  menu: "M4 7h16M4 12h16M4 17h16",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c.8-3.8 3.8-5.5 7.5-5.5s6.7 1.7 7.5 5.5",
  reply: "M5 4v6.5a3.5 3.5 0 0 0 3.5 3.5H19M15 9.5l4.5 4.5-4.5 4.5",
  reset: "M4 12a8 8 0 1 0 2.5-5.800L4 8.5M4 4v4.5h4.5",
  send: "M4 12 20 4l-5 16-3.5-6.5zM20 4l-8.5 9.5",
  shield: "M12 3l7.5 3v5.5c0 4.5-3 7.5-7.5 9.5-4.5-2-7.5-5-7.5-9.5V6zM8.5 12l2.5 2.5 4.5-5",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
};

const SVG = "http://www.w3.org/2000/svg";

export function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("class", `icon icon-${name}`);
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  picture.append(path);
  return picture;
}

// Puts the icons that pages use into one sprite, wwwroot/lib/icons.svg: <use href="icons.svg#i-send">.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const outline = `alert-triangle arrow-back-up calendar-due check chevron-down chevron-right circle-arrow-right circle-check circle-dashed
  circle-minus clock copy download file-certificate file-spreadsheet file-text hash history hourglass infinity info-circle key link list-check
  lock menu-2 moon pencil plus printer refresh search send user users x mail news cash photo paperclip calendar logout presentation help`.split(/\s+/);
const filled = ['circle-check', 'alert-octagon'];

const body = (kind, name) => readFileSync(`node_modules/@tabler/icons/icons/${kind}/${name}.svg`, 'utf8')
  .replace(/<!--[\s\S]*?-->/g, '').replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '');
const symbol = (id, attributes, content) => `<symbol id="${id}" viewBox="0 0 24 24"><g ${attributes}>${content}</g></symbol>`;
const line = 'fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"';

mkdirSync('wwwroot/lib', { recursive: true });
writeFileSync('wwwroot/lib/icons.svg', `<svg xmlns="http://www.w3.org/2000/svg">${[
  ...outline.map(name => symbol(`i-${name}`, line, body('outline', name))),
  ...filled.map(name => symbol(`i-${name}-f`, 'fill="currentColor"', body('filled', name))),
].join('\n')}</svg>\n`);

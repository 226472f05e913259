import { Controller } from '../lib/stimulus.js';

const LARGE_PHOTO = 1.5 * 1024 * 1024;
const LONGEST_SIDE = 2000;
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
const FILLERS = '\u115f\u1160\u3164\uffa0';

/** The text as a reader sees it: the same expressions as NewsText in the domain, so that page and server count alike. */
export function plain(body) {
  return body.replace(/\r\n|[\r\f\u0085\u2028\u2029]/g, '\n')
    .replace(/^[ ]{0,3}\[[^\]\n]*\]:.*$/gm, '')
    .replace(/\]\([^)\n]*\)/g, '')
    .replace(/<((?:https?|mailto):[^>\s]*)>/g, '$1')
    .replace(/&#?[0-9A-Za-z]{1,31};/g, ' ')
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|[0-9]{1,9}[.)][ \t]+)+/gm, '')
    .replace(/\*{1,3}|!?\[|\]|\\(?=[!-/:-@[-`{-~])/g, '');
}

/** Words: pieces between white space that hold a letter or a digit. */
export function countWords(body) {
  const isLetter = unit => !FILLERS.includes(unit) && /[\p{L}\p{Nd}]/u.test(unit);
  return plain(body.normalize('NFC')).split(SPACE).filter(piece => piece.split('').some(isLetter)).length;
}

const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().trim();

/** Says while one types how many words there are, and what the rule for this place, kind and campaign misses. */
window.Stimulus.register('words', class extends Controller {
  static targets = ['text', 'count', 'missing', 'place', 'kind', 'campaign'];
  static values = { rules: Array };

  connect() {
    this.element.querySelectorAll('[data-words-live]').forEach(part => { part.hidden = false; });
    this.show();
  }

  show() {
    const words = countWords(this.textTarget.value);
    const rule = this.rule();
    this.countTarget.textContent = words.toLocaleString('vi-VN');
    this.missingTarget.textContent = !rule.min && !rule.max ? ''
      : words < rule.min ? `, thiếu ${(rule.min - words).toLocaleString('vi-VN')} từ so với nơi đăng đã chọn`
        : rule.max && words > rule.max ? `, thừa ${(words - rule.max).toLocaleString('vi-VN')} từ so với nơi đăng đã chọn` : ', đủ số từ của nơi đăng đã chọn';
  }

  /** As in the domain: a rule for the campaign goes before one for the kind, that before one for all. */
  rule() {
    const [place, kind] = [this.placeTarget.value, this.kindTarget.value];
    const campaign = this.hasCampaignTarget ? fold(this.campaignTarget.querySelector('input').value) : '';
    const fits = this.rulesValue.filter(r => r.place === place && (!r.kind || r.kind === kind) && (!r.campaign || fold(r.campaign) === campaign));
    const weight = r => (r.campaign ? 2 : 0) + (r.kind ? 1 : 0);
    return fits.reduce((best, r) => (best && weight(best) >= weight(r) ? best : r), null) ?? {};
  }
});

/** A small toolbar over plain text: puts Markdown around what is marked. */
window.Stimulus.register('markdown', class extends Controller {
  static targets = ['text', 'bar'];

  connect() { this.barTarget.hidden = false; }

  around({ params: { mark } }) { this.replace(marked => `${mark}${marked || 'chữ đậm'}${mark}`); }

  lines({ params: { mark } }) {
    const text = this.textTarget;
    const start = text.value.lastIndexOf('\n', text.selectionStart - 1) + 1;
    text.setSelectionRange(start, Math.max(start, text.selectionEnd));
    let number = 0;
    this.replace(marked => (marked || 'nội dung').split('\n').map(line => (mark === '1. ' ? `${number += 1}. ` : mark) + line).join('\n'));
  }

  link() {
    const address = prompt('Địa chỉ liên kết (https://…)');
    if (address) this.replace(marked => `[${marked || 'liên kết'}](${address.trim()})`);
  }

  replace(change) {
    const text = this.textTarget;
    const { selectionStart: from, selectionEnd: to } = text;
    text.setRangeText(change(text.value.slice(from, to)), from, to, 'select');
    text.focus();
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }
});

/** Large photos are made smaller here before they are sent, when asked; without scripts they go as they are. */
window.Stimulus.register('shrink', class extends Controller {
  static targets = ['input', 'ask', 'box', 'say'];

  chosen() {
    this.askTarget.hidden = ![...this.inputTarget.files].some(file => this.isLarge(file));
    this.sayTarget.textContent = '';
  }

  isLarge(file) { return /^image\/(jpeg|png)$/.test(file.type) && file.size > LARGE_PHOTO; }

  async change() {
    if (!this.boxTarget.checked) return;
    const transfer = new DataTransfer();
    let smaller = 0;
    for (const file of this.inputTarget.files) {
      const small = this.isLarge(file) ? await this.shrink(file) : null;
      smaller += small ? 1 : 0;
      transfer.items.add(small ?? file);
    }
    this.inputTarget.files = transfer.files;
    this.sayTarget.textContent = smaller > 0 ? `Đã thu nhỏ ${smaller} ảnh trên máy này; bản gốc vẫn còn ở anh, chị.` : 'Không ảnh nào thu nhỏ được thêm.';
  }

  async shrink(file) {
    try {
      const picture = await createImageBitmap(file);
      const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise(done => { canvas.toBlob(done, 'image/jpeg', 0.85); });
      return blob && blob.size < file.size ? new File([blob], `${file.name.replace(/\.[^.]+$/, '')}.jpg`, { type: 'image/jpeg' }) : null;
    } catch {
      return null;
    }
  }
});

/** Rows that can be dragged into another order; the buttons beside them do the same by keyboard and without scripts. */
window.Stimulus.register('arrange', class extends Controller {
  static targets = ['row', 'form'];

  connect() { this.rowTargets.forEach(row => { row.draggable = true; }); }

  begin(event) {
    this.dragged = event.currentTarget;
    this.next = this.dragged.nextElementSibling;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', this.dragged.dataset.id);
  }

  over(event) {
    const row = event.currentTarget;
    if (!this.dragged) return;
    event.preventDefault();
    if (row === this.dragged) return;
    const isBelow = event.clientY > row.getBoundingClientRect().top + row.offsetHeight / 2;
    row.parentElement.insertBefore(this.dragged, isBelow ? row.nextSibling : row);
  }

  drop(event) {
    if (!this.dragged) return;
    event.preventDefault();
    const { id } = this.dragged.dataset;
    this.dragged = null;
    this.formTarget.querySelector('[name=order]').value = this.rowTargets.map(row => row.dataset.id).join(',');
    this.formTarget.querySelector('[name=item]').value = id;
    this.formTarget.requestSubmit();
  }

  /** Let go elsewhere: as if nothing had been dragged. */
  end() {
    if (!this.dragged) return;
    this.dragged.parentElement.insertBefore(this.dragged, this.next);
    this.dragged = null;
  }
});

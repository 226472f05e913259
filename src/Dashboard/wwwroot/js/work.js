import { Controller } from '../lib/stimulus.js';

const OFF = 'work-keys-off';

/** A work list by keyboard: j and k, or the arrows, move; Enter opens; x selects. The keys can be switched off; Tab and Enter always work. */
window.Stimulus.register('work', class extends Controller {
  static targets = ['item', 'hint', 'toggle'];

  connect() {
    this.onKey = event => this.key(event);
    addEventListener('keydown', this.onKey);
    this.hintTarget.hidden = false;
    this.show();
  }

  disconnect() { removeEventListener('keydown', this.onKey); }

  get isOff() { try { return localStorage.getItem(OFF) === '1'; } catch { return false; } }

  switch() {
    try { localStorage.setItem(OFF, this.isOff ? '0' : '1'); } catch { /* then they stay on */ }
    this.show();
  }

  show() {
    this.toggleTarget.setAttribute('aria-pressed', String(!this.isOff));
    this.toggleTarget.textContent = this.isOff ? 'Bật phím tắt' : 'Tắt phím tắt';
  }

  key(event) {
    if (this.isOff || event.ctrlKey || event.altKey || event.metaKey) return;
    const inText = event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
    if (inText) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step) this.move(event, step);
    else if (event.key === 'x') this.pick(event);
  }

  get at() { return this.itemTargets.findIndex(item => item.contains(document.activeElement)); }

  move(event, step) {
    const arrow = event.key.startsWith('Arrow');
    // Outside the list the arrows scroll, as everywhere.
    if (arrow && this.at < 0) return;
    const next = this.itemTargets[this.at < 0 ? 0 : Math.min(Math.max(this.at + step, 0), this.itemTargets.length - 1)];
    next?.querySelector('a.what')?.focus();
    event.preventDefault();
  }

  pick(event) {
    const box = this.itemTargets[this.at]?.querySelector('input[type=checkbox]:not(:disabled)');
    if (!box) return;
    box.checked = !box.checked;
    box.dispatchEvent(new Event('change', { bubbles: true }));
    event.preventDefault();
  }
});

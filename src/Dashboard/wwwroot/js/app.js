import '../lib/turbo.js';
import { Application, Controller } from '../lib/stimulus.js';

const app = Application.start();
// Controllers in modules of their own (files.js) register themselves here.
window.Stimulus = app;

/** Light and dark by hand, remembered on this computer. */
app.register('theme', class extends Controller {
  switch() {
    const next = document.documentElement.dataset.bsTheme === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.bsTheme = next;
    localStorage.setItem('theme', next);
  }
});

/** Asks before typed values are lost. */
app.register('guard', class extends Controller {
  connect() {
    this.dirty = false;
    this.leave = event => { if (this.dirty) event.preventDefault(); };
    this.visit = event => { if (this.dirty && !confirm('Những gì vừa nhập chưa được lưu. Rời trang này?')) event.preventDefault(); };
    addEventListener('beforeunload', this.leave);
    addEventListener('turbo:before-visit', this.visit);
  }
  disconnect() {
    removeEventListener('beforeunload', this.leave);
    removeEventListener('turbo:before-visit', this.visit);
  }
  touch() { this.dirty = true; }
  sent() { this.dirty = false; }
});

/** Puts a day into a date field: today, yesterday. */
app.register('day', class extends Controller {
  static targets = ['input'];
  put({ params: { value } }) {
    this.inputTarget.value = value;
    this.inputTarget.dispatchEvent(new Event('input', { bubbles: true }));
  }
});

/** Ticks all boxes of a list, and says how many are ticked. */
app.register('bulk', class extends Controller {
  static targets = ['box', 'count'];
  all({ target }) { this.boxTargets.forEach(box => { box.checked = target.checked; }); this.show(); }
  show() { this.countTarget.textContent = this.boxTargets.filter(box => box.checked).length; }
});

/** Moves the focus to the summary of errors of a refused form. */
app.register('errors', class extends Controller {
  connect() { this.element.focus(); }
});

/** A form that is sent when a choice changes; without scripts its button does it. */
app.register('autosubmit', class extends Controller {
  send() { this.element.requestSubmit(); }
});

addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    document.getElementById('q')?.focus();
    event.preventDefault();
  }
  if (event.ctrlKey && event.key === 'Enter') event.target.form?.querySelector('button.btn-primary')?.click();
});

/** Names the files that were chosen. */
addEventListener('change', ({ target }) => {
  const said = target.closest('.picker')?.querySelector('.file-name');
  if (!said) return;
  said.textContent = [...target.files].map(file => file.name).join(', ') || 'Chưa chọn tệp';
  said.classList.toggle('still', target.files.length === 0);
});

/** Prints the page: its print style shows the paper only. Without scripts its button stays hidden, and the browser's own command does it. */
app.register('print', class extends Controller {
  connect() { this.element.hidden = false; }
  now() { print(); }
});

/** Copies a text that is shown once; without scripts, and where the browser keeps the clipboard closed, it is marked and copied by hand. */
app.register('copy', class extends Controller {
  static targets = ['text', 'button', 'word'];
  connect() { this.buttonTarget.hidden = false; }
  async now() {
    this.textTarget.select();
    try {
      await navigator.clipboard.writeText(this.textTarget.value);
      this.wordTarget.textContent = 'Đã sao chép';
    } catch {
      this.wordTarget.textContent = 'Đã chọn, nhấn Ctrl+C';
    }
  }
});

/** Help that was opened in place: Escape closes it and goes back to its button. */
app.register('help', class extends Controller {
  close() {
    this.element.open = false;
    this.element.querySelector('summary').focus();
  }
});

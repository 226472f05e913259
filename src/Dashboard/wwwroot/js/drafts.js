import { visit } from '../lib/turbo.js';
import { Controller } from '../lib/stimulus.js';

/** What is typed stays in this browser until the server has it: one draft per person and address, never shown to anybody else. */
const PREFIX = 'draft:';
const NEVER_KEPT = new Set(['__RequestVerificationToken', '_handler']);
const RETRY = 15000;

const keyOf = (user, path) => `${PREFIX}${user}:${path}`;
const here = () => location.pathname + location.search;
const read = key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
const drop = key => { try { localStorage.removeItem(key); } catch { /* nothing was kept either */ } };
const keysOf = user => { try { return Object.keys(localStorage).filter(key => key.startsWith(keyOf(user, ''))); } catch { return []; } };

function put(key, draft) {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

function clock(at) {
  const day = new Date(at);
  const time = day.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
  return day.toDateString() === new Date().toDateString() ? time : `${time} ngày ${day.toLocaleDateString('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' })}`;
}

/** Whether the server answers; the browser's own word for being online is not enough on a poor line. */
const isReached = async () => navigator.onLine && fetch('/health/live', { cache: 'no-store' }).then(answer => answer.ok, () => false);

/** The form of an entry: kept while it is typed, restored when it is opened again, kept and sent later when the line drops. */
window.Stimulus.register('draft', class extends Controller {
  static targets = ['notice', 'when', 'offline', 'files'];
  static values = { user: String, fresh: Boolean };

  connect() {
    this.key = keyOf(this.userValue, here());
    this.onSubmit = event => this.submitted(event);
    this.onFail = event => { event.preventDefault(); this.hold(); };
    this.onSend = ({ detail }) => { detail.fetchOptions.headers['X-PlanTracker-Kept'] = '1'; };
    this.onOnline = () => this.retry();
    this.element.addEventListener('turbo:before-fetch-request', this.onSend);
    this.element.addEventListener('submit', this.onSubmit, { capture: true });
    this.element.addEventListener('turbo:fetch-request-error', this.onFail);
    addEventListener('online', this.onOnline);
    const draft = read(this.key);
    if (!draft) return;
    if (this.freshValue) this.restore(draft);
    if (draft.queued && !this.freshValue) put(this.key, { ...draft, queued: false });
    else if (draft.queued) this.wait(draft.act);
  }

  disconnect() {
    clearInterval(this.timer);
    this.element.removeEventListener('turbo:before-fetch-request', this.onSend);
    this.element.removeEventListener('submit', this.onSubmit, { capture: true });
    this.element.removeEventListener('turbo:fetch-request-error', this.onFail);
    removeEventListener('online', this.onOnline);
  }

  get inputs() {
    return [...this.element.elements].filter(input => input.name && !NEVER_KEPT.has(input.name) && !['file', 'submit', 'button', 'password'].includes(input.type));
  }

  get hasFiles() { return [...this.element.querySelectorAll('input[type=file]')].some(input => input.files.length > 0); }

  save(more = {}) {
    const fields = this.inputs.filter(input => !['checkbox', 'radio'].includes(input.type) || input.checked).map(input => [input.name, input.value]);
    return put(this.key, { at: Date.now(), fields, queued: false, ...more });
  }

  restore({ at, fields }) {
    const values = new Map();
    for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
    for (const input of this.inputs) {
      const kept = values.get(input.name);
      if (['checkbox', 'radio'].includes(input.type)) input.checked = kept?.includes(input.value) ?? false;
      else if (kept?.length) input.value = kept.shift();
      const isFilled = input.type === 'checkbox' ? input.checked : !['hidden', 'radio'].includes(input.type) && input.value !== '';
      if (isFilled) input.closest('details')?.setAttribute('open', '');
    }
    this.whenTarget.textContent = clock(at);
    this.noticeTarget.hidden = false;
  }

  discard() {
    drop(this.key);
    this.gone = true;
    visit(here(), { action: 'replace' });
  }

  submitted(event) {
    this.act = event.submitter?.value ?? '';
    if (!this.save() || navigator.onLine) return;
    event.preventDefault();
    this.hold();
  }

  /** Not sent: it stays here, and goes as soon as the server answers. Files cannot be kept longer than the page is open. */
  hold() {
    this.save({ queued: !this.hasFiles, act: this.act });
    this.wait(this.act);
  }

  wait(act) {
    this.act = act;
    this.waiting = true;
    this.offlineTarget.hidden = false;
    if (this.hasFilesTarget) this.filesTarget.hidden = !this.hasFiles;
    clearInterval(this.timer);
    this.timer = setInterval(() => this.retry(), RETRY);
    this.retry();
  }

  async retry() {
    if (!this.waiting || this.asking) return;
    this.asking = true;
    const reached = await isReached();
    this.asking = false;
    if (!reached || !this.waiting || !this.element.isConnected) return;
    this.waiting = false;
    clearInterval(this.timer);
    this.offlineTarget.hidden = true;
    const button = [...this.element.querySelectorAll('button[type=submit]')].find(one => one.value === this.act);
    this.element.requestSubmit(button);
  }
});

/** On the page that an accepted form leads to: the server has it, so nothing is kept here any more. */
window.Stimulus.register('taken', class extends Controller {
  static values = { user: String, form: String, path: String };

  connect() {
    if (this.pathValue) drop(keyOf(this.userValue, this.pathValue));
    for (const key of keysOf(this.userValue)) {
      if (this.formValue && read(key)?.fields.some(([name, value]) => name === 'clientKey' && value === this.formValue)) drop(key);
    }
  }
});

/** On every page of a signed-in person: sends what waited for the line, and says what became of it. */
window.Stimulus.register('outbox', class extends Controller {
  static values = { user: String };

  connect() {
    this.onOnline = () => this.sendAll();
    addEventListener('online', this.onOnline);
    this.sendAll();
  }

  disconnect() { removeEventListener('online', this.onOnline); }

  async sendAll() {
    const waiting = () => keysOf(this.userValue).filter(key => read(key)?.queued && key !== keyOf(this.userValue, here()));
    if (waiting().length === 0 || !await isReached()) return;
    const send = async () => { for (const key of waiting()) await this.send(key, key.slice(keyOf(this.userValue, '').length)); };
    if (navigator.locks) await navigator.locks.request('plantracker-outbox', { ifAvailable: true }, lock => lock && send());
    else await send();
  }

  async send(key, path) {
    const draft = read(key);
    try {
      const form = await fetch(path, { headers: { Accept: 'text/html' } });
      const token = new DOMParser().parseFromString(await form.text(), 'text/html').querySelector('main input[name=__RequestVerificationToken]');
      if (!form.ok || !token || new URL(form.url).pathname !== path.split('?')[0]) return;
      const data = new FormData();
      for (const [name, value] of draft.fields) data.append(name, value);
      data.set('__RequestVerificationToken', token.value);
      data.set('_handler', 'page');
      data.set('act', draft.act);
      const answer = await fetch(path, { method: 'POST', body: data, headers: { Accept: 'text/html' } });
      const there = new URL(answer.url);
      if (answer.ok && there.pathname !== '/dang-nhap') {
        drop(key);
        this.say(`Đã gửi kết quả nhập lúc ${clock(draft.at)} khi mất mạng.`, there.pathname, 'Xem');
      } else if (answer.status === 422) {
        put(key, { ...draft, queued: false });
        this.say(`Kết quả nhập lúc ${clock(draft.at)} khi mất mạng chưa gửi được: còn chỗ cần sửa.`, path, 'Mở để sửa');
      }
    } catch { /* the line is gone again: it stays here */ }
  }

  say(words, href, link) {
    const note = document.createElement('p');
    note.className = 'note';
    const more = Object.assign(document.createElement('a'), { href, textContent: link });
    note.append(`${words} `, more);
    this.element.append(note);
  }
});

/** Signing out takes what this person typed off this computer; what still waits to be sent is asked about first. */
window.Stimulus.register('leave', class extends Controller {
  static values = { user: String };

  clear(event) {
    const keys = keysOf(this.userValue);
    const waiting = keys.filter(key => read(key)?.queued).length;
    if (waiting > 0 && !confirm(`Còn ${waiting} kết quả nhập lúc mất mạng chưa gửi. Đăng xuất sẽ bỏ các kết quả đó. Đăng xuất?`)) {
      event.preventDefault();
      return;
    }
    keys.forEach(drop);
  }
});

/** On the sign-in page: says that what was being typed at the page one is sent back to is still here, not what it is nor whose. */
window.Stimulus.register('kept', class extends Controller {
  static values = { path: String };

  connect() {
    try {
      this.element.hidden = !Object.keys(localStorage).some(key => key.startsWith(PREFIX) && key.endsWith(`:${this.pathValue}`));
    } catch { /* nothing is kept where the browser keeps nothing */ }
  }
});

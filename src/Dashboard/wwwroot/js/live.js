import { visit } from '../lib/turbo.js';
import { Controller } from '../lib/stimulus.js';

/** Says to the server that nobody need be at the keyboard: the clock of an idle session goes on. */
const BY_ITSELF = 'X-PlanTracker-Live';
const POLL = 30_000;
const POLL_MOST = 300_000;
/** A stream says its number at once; behind a proxy that keeps what it gets for itself, nothing comes. */
const SILENCE = 10_000;
const FAILS = 3;
const SPREAD = 300;
const PAUSE = 1500;
const FOLLOW = 2000;
const DRAWN_BY = 5000;
const GONE = [401, 403, 404, 410];

const isField = element => element?.matches('input, select, textarea, [contenteditable]') ?? false;

function isTyped(control) {
  if (control.closest('[role=search]') || ['hidden', 'submit', 'button'].includes(control.type)) return false;
  if (['checkbox', 'radio'].includes(control.type)) return control.checked !== control.defaultChecked;
  if (control.tagName !== 'SELECT') return control.value !== control.defaultValue;
  const options = [...control.options];
  return options.some(option => option.defaultSelected) && options.some(option => option.selected !== option.defaultSelected);
}

/** Whether the page may be drawn anew under its reader's eyes: nothing typed, no field in use, no dialog open, nothing on its way. */
const isQuiet = () => !document.hidden && !isField(document.activeElement) && !document.querySelector('dialog[open], [aria-busy=true]')
  && ![...document.querySelectorAll('input, select, textarea')].some(isTyped);

const ask = address => fetch(address, { headers: { Accept: 'text/html', [BY_ITSELF]: '1' }, cache: 'no-store' });

/** Draws the page shown anew, in place. */
const draw = (address, html) => new Promise(done => {
  addEventListener('turbo:render', done, { once: true });
  setTimeout(done, DRAWN_BY); // somebody else stopped the visit
  visit(address, {
    action: 'replace', shouldCacheSnapshot: false, refresh: { method: 'morph', scroll: 'preserve' },
    response: { statusCode: 200, redirected: false, responseHTML: html },
  });
});

/** A reader's own: what is open stays open, what a script shows stays shown, and what draws itself is left alone. */
addEventListener('turbo:before-morph-attribute', event => {
  const { attributeName } = event.detail;
  const isTarget = [...event.target.attributes].some(({ name }) => name.startsWith('data-') && name.endsWith('-target'));
  if ((attributeName === 'open' && event.target.matches('details, dialog')) || (attributeName === 'hidden' && isTarget)) event.preventDefault();
});
addEventListener('turbo:before-morph-element', event => { if (event.target.matches('[data-live-keep]')) event.preventDefault(); });

/**
 * Pages that asked for it show changes of others as they happen. One tab of a browser holds the stream and tells the others; a hidden one
 * holds none. Where no stream comes through, the number of the last change is asked for every half minute.
 */
window.Stimulus.register('live', class extends Controller {
  static values = { source: String, every: Number };

  connect() {
    this.channel = new BroadcastChannel(`plantracker-live:${this.sourceValue}`);
    this.channel.onmessage = ({ data }) => this.told(data);
    this.listening = new AbortController();
    const on = (what, does, target = window) => what.split(' ').forEach(name => target.addEventListener(name, does, { signal: this.listening.signal, capture: true }));
    on('visibilitychange', () => this.follow(), document);
    on('turbo:load pageshow', () => this.follow());
    on('pagehide', () => this.rest());
    on('focusout change close turbo:submit-end', () => this.soon(), document);
    if (this.everyValue) this.again = setInterval(() => { this.heard = Infinity; this.soon(); }, this.everyValue * 1000);
    this.follow();
  }

  disconnect() {
    clearInterval(this.again);
    this.listening.abort();
    this.rest();
    this.channel.close();
  }

  get page() { return document.querySelector('[data-live-page]'); }

  /** The number that the page shown was made at. */
  get shown() { return Number(document.querySelector('main')?.dataset.number ?? 0); }

  follow() {
    if (document.hidden || !this.page) this.rest();
    else if (!this.turn) this.begin();
    else this.soon();
  }

  begin() {
    this.turn = new AbortController();
    const { signal } = this.turn;
    this.channel.postMessage('?');
    if (!navigator.locks) this.open();
    else navigator.locks.request(`plantracker-live:${this.sourceValue}`, { signal }, () => new Promise(release => {
      if (signal.aborted) return release();
      this.release = release;
      this.open();
    })).catch(() => { /* the turn was given up before it came */ });
  }

  rest() {
    this.turn?.abort();
    this.turn = null;
    this.close();
    clearTimeout(this.polling);
    this.release?.();
    this.release = null;
  }

  open() {
    this.fails = 0;
    this.stream = new EventSource(this.sourceValue);
    this.silence = setTimeout(() => this.fallBack(), SILENCE);
    this.stream.onmessage = ({ data }) => {
      clearTimeout(this.silence);
      this.fails = 0;
      this.tell(Number(data));
    };
    this.stream.onerror = () => { if (this.stream?.readyState === EventSource.CLOSED || ++this.fails >= FAILS) this.fallBack(); };
  }

  close() {
    clearTimeout(this.silence);
    this.stream?.close();
    this.stream = null;
  }

  fallBack() {
    this.close();
    this.poll(POLL);
  }

  async poll(wait) {
    clearTimeout(this.polling);
    const answer = await fetch(`${this.sourceValue}/so`, { cache: 'no-cache' }).catch(() => null);
    if (!this.turn) return;
    if (GONE.includes(answer?.status)) return this.over();
    if (answer?.ok) this.tell(Number(await answer.text()));
    const next = answer?.ok ? POLL : Math.min(wait * 2, POLL_MOST);
    this.polling = setTimeout(() => this.poll(next), next);
  }

  /** A person's page stays as it is until its person asks for something; a screen without a person says that its link is over. */
  over() { if (this.everyValue) location.reload(); }

  /** To this tab and the others. */
  tell(number) {
    this.latest = number;
    this.channel.postMessage(number);
    this.told(number);
  }

  told(said) {
    if (said === '?') {
      if (this.latest !== undefined && this.release) this.channel.postMessage(this.latest);
    } else {
      this.heard = Math.max(this.heard ?? 0, said);
      this.soon();
    }
  }

  /** Once for what comes together, not all browsers at the same moment, and not more often than the server can make the page with ease. */
  soon() {
    if (this.timer || this.refreshing || !this.turn || !(this.heard > this.shown)) return;
    const wait = Math.max(Math.random() * SPREAD, (this.notBefore ?? 0) - performance.now());
    this.timer = setTimeout(() => { this.timer = null; this.refresh(); }, wait);
  }

  async refresh() {
    if (!this.turn || !this.page || !isQuiet() || !(this.heard > this.shown)) return;
    const [address, began] = [location.href, performance.now()];
    this.refreshing = true;
    try {
      const answer = await ask(address);
      const html = await answer.text();
      // Signed out meanwhile, gone elsewhere, or a hand on the keyboard: the page stays as it is.
      if (GONE.includes(answer.status)) return this.over();
      if (!answer.ok || answer.redirected || !this.turn || location.href !== address || !isQuiet()) return;
      if (this.heard === Infinity) this.heard = 0;
      await draw(address, html);
      this.say();
    } catch { /* the line is poor: the next change tries again */ } finally {
      this.refreshing = false;
      this.notBefore = performance.now() + Math.max(PAUSE, 10 * (performance.now() - began));
    }
    this.soon();
  }

  say() {
    const time = new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
    this.element.textContent = `Số liệu vừa được cập nhật lúc ${time}`;
  }
});

/** While something runs, the page that shows it looks again by itself, and goes where the server leads when it has ended. */
window.Stimulus.register('follow', class extends Controller {
  connect() { this.next(); }

  disconnect() { clearTimeout(this.timer); }

  next() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), FOLLOW);
  }

  async look() {
    const address = location.href;
    const isHere = () => this.element.isConnected && location.href === address;
    try {
      if (!isQuiet()) return;
      const answer = await ask(address);
      const html = await answer.text();
      if (!answer.ok || !isHere() || !isQuiet()) return;
      if (!answer.redirected) await draw(address, html);
      else if (!new URL(answer.url).pathname.startsWith('/dang-nhap')) visit(answer.url, { action: 'replace' });
    } catch { /* the line is poor: the next look tries again */ } finally {
      if (this.element.isConnected) this.next();
    }
  }
});

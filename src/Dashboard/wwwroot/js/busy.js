/** Work that takes a while says so: beside the button that began it, and for a file, until it has come. */
const SOON = 400;
const FILES = /^\/api\/v1\/.*\.(xlsx|docx|csv|zip)$/;

const shown = new Map();

function begin(key, beside, words) {
  end(key);
  const note = Object.assign(document.createElement('span'), { className: 'busy', role: 'status' });
  beside.after(note);
  // What is done at once needs no words; and a reader of screens is told only what is put into a place that is there already.
  shown.set(key, { note, timer: setTimeout(() => { note.textContent = words; }, SOON) });
}

function end(key) {
  const { note, timer } = shown.get(key) ?? {};
  clearTimeout(timer);
  note?.remove();
  shown.delete(key);
}

const wordsOf = button => button?.dataset.busy ?? 'Đang xử lý, xin chờ…';

addEventListener('turbo:submit-start', ({ target, detail }) => {
  const button = detail.formSubmission.submitter;
  if (button?.matches('button')) begin(target, button, wordsOf(button));
});
addEventListener('turbo:submit-end', ({ target }) => end(target));

/** A form that the browser sends by itself: its button is not pressed twice. */
addEventListener('submit', event => {
  const { target: form, submitter } = event;
  if (form.dataset.turbo !== 'false' || form.method !== 'post' || !submitter?.matches('button')) return;
  setTimeout(() => {
    if (event.defaultPrevented) return;
    submitter.disabled = true;
    begin(form, submitter, wordsOf(submitter));
    addEventListener('pageshow', () => { submitter.disabled = false; end(form); }, { once: true });
  });
});

function nameIn(disposition) {
  const coded = disposition?.match(/filename\*=utf-8''([^;]+)/i)?.[1];
  return coded ? decodeURIComponent(coded) : disposition?.match(/filename="?([^";]+)/i)?.[1] ?? '';
}

/** A file is made while one goes on: the page may be left for another of this program, and the file comes all the same. */
async function bring(link) {
  begin(link, link, 'Đang lập tệp, có thể làm việc khác…');
  link.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(link.href);
    if (!answer.ok || !answer.headers.has('Content-Disposition')) throw new Error('no file');
    const address = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement('a'), { href: address, download: nameIn(answer.headers.get('Content-Disposition')) }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  } catch {
    location.assign(link.href); // the browser itself says what is wrong
  } finally {
    link.removeAttribute('aria-busy');
    end(link);
  }
}

addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    || link.target || link.origin !== location.origin || !FILES.test(link.pathname)) return;
  event.preventDefault();
  if (link.getAttribute('aria-busy') !== 'true') bring(link);
});

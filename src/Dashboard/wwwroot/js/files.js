import { visit } from '../lib/turbo.js';
import { Controller } from '../lib/stimulus.js';

const LARGE_PHOTO = 1.5 * 1024 * 1024;
const LONGEST_SIDE = 2000;

/** Files of a form that came back with errors, by address: the browser forgets them, we do not. */
const kept = new Map();

/**
 * Files for evidence: chosen or dropped, several at once, each with its picture and its progress. On a form they go with it when it is
 * sent; where the entry is there already (data-files-entry-value) they go at once. Without scripts the plain input does the work.
 */
window.Stimulus.register('files', class extends Controller {
  static targets = ['input', 'list', 'row', 'again', 'say'];
  static values = { entry: String, max: Number };

  connect() {
    this.files = [];
    this.form = this.element.closest('form');
    this.element.classList.add('scripted');
    this.onSubmit = event => this.send(event);
    this.form.addEventListener('submit', this.onSubmit);
    const back = kept.get(location.pathname);
    kept.delete(location.pathname);
    if (back) {
      this.againTargets.forEach(note => note.remove());
      this.add(back);
    }
  }

  disconnect() {
    this.form.removeEventListener('submit', this.onSubmit);
    this.files.forEach(item => item.picture && URL.revokeObjectURL(item.picture));
  }

  chosen() { this.add([...this.inputTarget.files]); }

  over(event) { event.preventDefault(); this.element.classList.add('over'); }

  leave() { this.element.classList.remove('over'); }

  drop(event) {
    event.preventDefault();
    this.leave();
    this.add([...event.dataTransfer.files]);
  }

  add(files) {
    for (const file of files) {
      if (this.files.some(item => item.file.name === file.name && item.file.size === file.size)) continue;
      const item = { file };
      this.show(item);
      if (file.size > this.maxValue) {
        this.wrong(item, `Tệp lớn hơn ${this.maxValue / 1048576} MB nên không gửi được.`);
        continue;
      }
      this.files.push(item);
    }
    this.sync();
    if (this.entryValue) this.uploadAll();
    else this.form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** The input holds what the list shows, so that the form sends just that. */
  sync() {
    const transfer = new DataTransfer();
    if (!this.entryValue) this.files.forEach(item => transfer.items.add(item.file));
    this.inputTarget.files = transfer.files;
  }

  show(item) {
    const row = this.rowTarget.content.firstElementChild.cloneNode(true);
    const part = name => row.querySelector(`[data-part=${name}]`);
    item.row = row;
    item.part = part;
    part('remove').addEventListener('click', () => this.remove(item));
    part('shrink').addEventListener('click', () => this.shrink(item));
    if (this.entryValue) part('purpose')?.remove();
    this.describe(item);
    this.listTarget.append(row);
  }

  describe(item) {
    const { file, part } = item;
    const isPicture = /^image\/(jpeg|png)$/.test(file.type);
    if (item.picture) URL.revokeObjectURL(item.picture);
    item.picture = isPicture ? URL.createObjectURL(file) : null;
    part('picture').hidden = !isPicture;
    part('icon').toggleAttribute('hidden', isPicture);
    if (isPicture) part('picture').src = item.picture;
    part('name').textContent = file.name;
    part('size').textContent = file.size < 102400 ? `${Math.max(1, Math.round(file.size / 1024))} KB`
      : `${(file.size / 1048576).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
    part('remove').setAttribute('aria-label', `Bỏ tệp ${file.name}`);
    part('shrink').hidden = !isPicture || file.size < LARGE_PHOTO || Boolean(this.entryValue);
  }

  remove(item) {
    item.request?.abort();
    this.files = this.files.filter(other => other !== item);
    item.row.remove();
    this.sync();
  }

  /** A smaller copy of a large photo, made here; the original stays with its owner. */
  async shrink(item) {
    try {
      const picture = await createImageBitmap(item.file);
      const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise(done => { canvas.toBlob(done, 'image/jpeg', 0.85); });
      if (blob && blob.size < item.file.size) item.file = new File([blob], item.file.name.replace(/\.[^.]+$/, '') + '.jpg', { type: 'image/jpeg' });
      this.describe(item);
      item.part('shrink').hidden = true;
      this.sync();
    } catch {
      this.wrong(item, 'Không thu nhỏ được ảnh này; tệp gốc vẫn gửi được.');
    }
  }

  progress(item, percent) {
    const bar = item.part('bar');
    bar.hidden = false;
    bar.value = percent;
    item.part('state').textContent = percent < 100 ? `Đã tải ${Math.floor(percent)}%` : 'Đang kiểm tra';
  }

  wrong(item, message) {
    item.part('bar').hidden = true;
    item.part('state').textContent = message;
    item.row.classList.add('bad');
  }

  /** The whole form with its files, so that there is progress to show; the answer is what the browser would have got. */
  send(event) {
    if (this.entryValue || this.files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    const data = new FormData(this.form, event.submitter);
    const buttons = [...this.form.querySelectorAll('button[type=submit]')];
    buttons.forEach(button => { button.disabled = true; });
    const fail = message => {
      buttons.forEach(button => { button.disabled = false; });
      this.files.forEach(item => { item.part('bar').hidden = true; item.part('state').textContent = ''; });
      this.sayTarget.textContent = message;
    };
    const request = new XMLHttpRequest();
    request.open('POST', location.href);
    request.setRequestHeader('Accept', 'text/html');
    request.upload.addEventListener('progress', ({ loaded }) => this.share(loaded));
    request.addEventListener('error', () => fail('Mất kết nối, chưa gửi được. Kiểm tra mạng rồi bấm lại; các tệp đã chọn vẫn còn ở đây.'));
    request.addEventListener('load', () => {
      const here = new URL(location.href);
      const there = new URL(request.responseURL || here);
      if (request.status < 400 && there.pathname !== here.pathname) {
        visit(there.href);
        return;
      }
      const main = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('main');
      if (!main) {
        fail(request.status === 507 ? 'Máy chủ hết chỗ lưu, chưa gửi được.' : 'Máy chủ chưa nhận được. Hãy thử lại sau ít phút.');
        return;
      }
      kept.set(location.pathname, this.files.map(item => item.file));
      document.querySelector('main').replaceWith(main);
      scrollTo(0, 0);
    });
    request.send(data);
  }

  /** Files travel one after the other: what has gone is theirs in turn. */
  share(loaded) {
    let before = 0;
    for (const item of this.files) {
      this.progress(item, Math.max(0, Math.min(100, (loaded - before) / item.file.size * 100)));
      before += item.file.size;
    }
  }

  /** One after the other to the entry that is there. */
  async uploadAll() {
    if (this.busy) return;
    this.busy = true;
    let added = 0;
    for (let item; (item = this.files.find(other => !other.done));) {
      item.done = true;
      if (await this.upload(item)) added++;
    }
    this.busy = false;
    if (added > 0 && !this.listTarget.querySelector('.bad')) visit(`${location.pathname}?da=minh-chung`, { action: 'replace' });
    else if (added > 0) this.sayTarget.textContent = `Đã thêm ${added} tệp. Tải lại trang để xem.`;
  }

  upload(item) {
    return new Promise(done => {
      const data = new FormData();
      if (this.form.elements.purpose?.value) data.append('purpose', this.form.elements.purpose.value);
      data.append('file', item.file);
      const request = item.request = new XMLHttpRequest();
      const failed = message => { this.wrong(item, message); done(false); };
      request.open('POST', `/api/v1/entries/${this.entryValue}/evidence`);
      request.upload.addEventListener('progress', ({ loaded, total }) => this.progress(item, loaded / total * 100));
      request.addEventListener('error', () => failed('Mất kết nối, tệp này chưa được gửi.'));
      request.addEventListener('abort', () => done(false));
      request.addEventListener('load', () => {
        if (request.status === 201) {
          item.part('bar').hidden = true;
          item.part('state').textContent = 'Đã thêm';
          item.part('remove').hidden = true;
          done(true);
          return;
        }
        let problem = {};
        try { problem = JSON.parse(request.responseText); } catch { /* said in general words below */ }
        failed(Object.values(problem.errors ?? {}).flat().join(' ') || problem.detail || 'Máy chủ chưa nhận được tệp này. Hãy thử lại.');
      });
      request.send(data);
    });
  }
});

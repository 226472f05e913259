import { Controller } from '../lib/stimulus.js';

/** The search of the head: shows the first hits while typing. Arrow keys walk through them, Enter without one opens the whole page. */
window.Stimulus.register('search', class extends Controller {
  static targets = ['input', 'hits', 'say'];

  connect() { this.away = event => { if (!this.element.contains(event.target)) this.close(); }; addEventListener('click', this.away); }
  disconnect() { removeEventListener('click', this.away); clearTimeout(this.waiting); }

  typed() {
    clearTimeout(this.waiting);
    this.asked = this.inputTarget.value.trim();
    if (this.asked.length < 2) this.close();
    else this.waiting = setTimeout(() => this.find(this.asked), 250);
  }

  async find(words) {
    try {
      const response = await fetch(`/api/v1/search?q=${encodeURIComponent(words)}`);
      if (response.ok && words === this.asked) this.show((await response.json()).groups);
    } catch { this.close(); /* no line: Enter still asks for the page */ }
  }

  show(groups) {
    this.hitsTarget.replaceChildren(...groups.flatMap(group => [
      Object.assign(document.createElement('b'), { textContent: group.name }),
      ...group.items.slice(0, 4).map(hit => {
        const link = Object.assign(document.createElement('a'), { href: hit.page, textContent: hit.title });
        link.append(Object.assign(document.createElement('small'), { textContent: hit.note }));
        return link;
      }),
    ]));
    this.hitsTarget.hidden = groups.length === 0;
    const count = groups.reduce((sum, group) => sum + group.total, 0);
    this.sayTarget.textContent = count === 0 ? 'Không tìm thấy' : `Tìm thấy ${count.toLocaleString('vi-VN')} mục; phím mũi tên xuống để chọn`;
  }

  close() { this.hitsTarget.hidden = true; this.sayTarget.textContent = ''; }

  key(event) {
    const links = [...this.hitsTarget.querySelectorAll('a')];
    if (event.key === 'Escape' && !this.hitsTarget.hidden) { this.close(); this.inputTarget.focus(); }
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !this.hitsTarget.hidden) {
      const at = links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
      (at < 0 ? this.inputTarget : links[Math.min(at, links.length - 1)]).focus();
      event.preventDefault();
    }
  }
});

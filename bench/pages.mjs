// Lighthouse of the main pages (mobile profile, signed in), and clicks and seconds of frequent jobs, of a running demo.
//   npm i --prefix /tmp/measure lighthouse@13.5.0 puppeteer-core
//   dotnet run --project src/Api -- --demo
//   node bench/pages.mjs lighthouse|jobs [http://localhost:5246] [/tmp/measure]
// The jobs change the demo: take a fresh one. Seconds are of the keystroke-level model (Card, Moran, Newell) with the answers' real time:
// K 0.2 s a key, P 1.1 s pointing, B 0.2 s a click, H 0.4 s from mouse to keyboard or back, M 1.35 s thinking before each click and field.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [what = 'jobs', base = 'http://localhost:5246', modules = '/tmp/measure'] = process.argv.slice(2);
const require = createRequire(`${modules}/x.js`);
const puppeteer = (await import(pathToFileURL(require.resolve('puppeteer-core')))).default;
const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
});

/** A page in a context of its own, signed in, who has been here before. */
async function signedIn(userName) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1366, height: 768 });
  await page.setCookie({ name: 'bat-dau', value: userName, url: base });
  await page.goto(`${base}/dang-nhap`);
  await page.type('[name=userName]', userName);
  await page.type('[name=password]', 'KeHoach246@demo');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  return page;
}

const PAGES = [
  ['lanhdao', '/'], ['lanhdao', '/hoat-dong'], ['lanhdao', '/bao-cao'], ['lanhdao', '/kinh-phi'], ['dieuphoi', '/viec-can-lam'],
  ['dieuphoi', '/nop-bao-cao'], ['dieuphoi', '/tin-bai'], ['baocao.svhttdl', '/'], ['baocao.svhttdl', '/hoat-dong > a[href$="/cap-nhat"]'],
  ['baocao.caikhe', '/bao-cao-don-vi > main a[href^="/bao-cao-don-vi/"]'], ['baocao.svhttdl', '/tin-bai/moi'], ['admin', '/quan-tri/tai-khoan'],
  ['lanhdao', '/tro-giup/don-vi'],
];

async function lighthouse() {
  const { default: run } = await import(pathToFileURL(require.resolve('lighthouse')));
  console.log('| page | as | performance | accessibility | best practices | first paint | largest paint | blocking | shift | KB |\n|---|---|---|---|---|---|---|---|---|---|');
  for (const [userName, path] of PAGES) {
    const page = await signedIn(userName);
    const [start, follow] = path.split(' > ');
    let address = base + start;
    if (follow) {
      await page.goto(start === '/hoat-dong' ? `${base}/` : address);
      address = await page.$eval(follow, a => a.href);
    }
    const { lhr } = await run(address, { onlyCategories: ['performance', 'accessibility', 'best-practices'], formFactor: 'mobile', disableStorageReset: true, logLevel: 'error' }, undefined, page);
    const score = name => Math.round(lhr.categories[name].score * 100), audit = name => lhr.audits[name];
    console.log(`| ${new URL(address).pathname.replace(/[0-9a-f-]{36}/, '…')} | ${userName} | ${score('performance')} | ${score('accessibility')} | ${score('best-practices')} | ${['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'].map(n => audit(n).displayValue).join(' | ')} | ${Math.round(audit('total-byte-weight').numericValue / 1024)} |`);
    const failed = Object.values(lhr.audits).filter(a => a.score !== null && a.score < 0.9 && lhr.categories.accessibility.auditRefs.concat(lhr.categories['best-practices'].auditRefs).some(r => r.id === a.id && r.weight > 0));
    if (failed.length) console.error(`${path}: ${failed.map(a => a.id).join(', ')}`);
    await page.browserContext().close();
  }
}

// Every job begins on the page that opens after signing in. A step is a selector to click, or [selector, text] to click and type.
const JOBS = {
  'baocao.sotttt': [
    ['Cập nhật tiến độ một hoạt động, gửi xác nhận', 'main a[href$="/cap-nhat"]', ['[name=quantity]', '1.000'], ['[name=title]', 'Phát hành tờ gấp đợt 5'], ['[name=noEvidenceReason]', 'Chờ biên bản'], 'main button[value=submit]'],
    ['Xem việc đang chờ mình', 'nav a[href="/viec-can-lam"]'],
    ['Sửa một số của báo cáo, lưu nháp', 'nav a[href="/bao-cao-don-vi"]', 'main table a[href^="/bao-cao-don-vi/"]', ['main [name^="figures."]', '12', 'replace'], 'main button[value=save]'],
    ['Viết một tin, lưu nháp', 'nav a[href="/tin-bai"]', 'main a[href="/tin-bai/moi"]', ['[name=title]', 'Tin về cải cách hành chính'], ['[name=field]', '', 'choose'], ['[name=body]', 'Sáng nay phường tổ chức tuyên truyền cải cách hành chính.'], 'main form button.btn-primary'],
    ['Nêu một khó khăn', '.nav-more summary', '.nav-more a[href="/vuong-mac"]', 'main a[href^="/vuong-mac/moi"]', ['[name=title]', 'Thiếu loa'], ['[name=text]', 'Loa hỏng, chưa có kinh phí thay.'], 'main button[value=raise]'],
  ],
  'truong.ninhkieu': [
    ['Xem việc đang chờ duyệt', 'nav a[href="/viec-can-lam"]'],
    ['Xem phường nào chưa gửi báo cáo', 'nav a[href="/bao-cao-don-vi"]'],
    ['Mở báo cáo của đơn vị trong kỳ', 'nav a[href="/bao-cao-don-vi"]', 'main table a[href^="/bao-cao-don-vi/"]'],
    ['Xem tin, bài chờ duyệt', 'nav a[href="/tin-bai"]'],
    ['Xem báo cáo tổng hợp của kỳ', '.mainnav a[href="/bao-cao"]'],
  ],
  dieuphoi: [
    ['Xác nhận hai kết quả cùng lúc', 'main .work li:nth-child(1) input', 'main .work li:nth-child(2) input', 'main .bulk button'],
    ['Trả lại một kết quả', 'main .work a.what', ['[name=reason]', 'Thiếu biên bản'], 'main button[value=return]'],
    ['Xem đơn vị chưa gửi báo cáo', '.nav-more summary', '.nav-more a[href="/nop-bao-cao"]'],
    ['Chọn đăng một bài', 'nav a[href="/tin-bai"]', 'main a.what', 'main button[value=select]'],
    ['Mở báo cáo tổng hợp của kỳ', '.mainnav a[href="/bao-cao"]'],
  ],
  lanhdao: [
    ['Biết kế hoạch có đúng tiến độ không'],
    ['Mở các hoạt động chậm', 'main .headline a'],
    ['Xem một con số từ đâu ra', 'main .attn a.fig-link, main a.fig-link[href^="/so-lieu/"]'],
    ['Xem tình hình một ngày đã qua', ['main [name=asOf]', '01/08/2024', 'replace'], 'main .filters button, main form button'],
    ['Mở báo cáo của kỳ', '.mainnav a[href="/bao-cao"]'],
  ],
  taichinh: [
    ['Xem kinh phí của kế hoạch', 'nav a[href="/kinh-phi"]'],
    ['Mở kinh phí của một hoạt động', 'nav a[href="/kinh-phi"]', 'main a[href$="/kinh-phi"][href^="/hoat-dong/"]'],
    ['Mở trang nhập kinh phí từ Excel', 'nav a[href="/kinh-phi"]', 'main a[href^="/kinh-phi/nhap-tu-excel"]'],
    ['Xem báo cáo của kỳ', '.mainnav a[href="/bao-cao"]'],
    ['Tìm một hoạt động', ['#q', 'tranh'], '.gfound a'],
  ],
  admin: [
    ['Tạo một tài khoản', 'nav a[href="/quan-tri/tai-khoan"]', 'main a[href="/quan-tri/tai-khoan/moi"]', ['[name=userName]', 'nguyen.van.an'], ['[name=fullName]', 'Nguyễn Văn An'], 'input[value=Leader]', 'main form button.btn-primary'],
    ['Tìm một tài khoản', 'nav a[href="/quan-tri/tai-khoan"]', ['main [name=search]', 'ninh kieu'], 'main .filterbar button, main form button'],
    ['Xem lịch sử thay đổi', 'nav a[href="/lich-su"]'],
    ['Xem một đơn vị', 'nav a[href="/don-vi"]', 'main table a.what'],
    ['Xem cài đặt', 'nav a[href="/quan-tri/thiet-dat"]'],
  ],
};

async function jobs() {
  const K = 0.2, P = 1.1, B = 0.2, H = 0.4, M = 1.35;
  console.log('| role | job | clicks | keys | seconds |\n|---|---|---|---|---|');
  for (const [userName, list] of Object.entries(JOBS)) {
    for (const [name, ...steps] of list) {
      const page = await signedIn(userName);
      let clicks = 0, keys = 0, seconds = M, byMouse = true, waited = 0;
      for (const step of steps) {
        const [selector, text, how] = [step].flat();
        await page.waitForSelector(selector);
        const before = page.url();
        const began = performance.now();
        if (how === 'choose') await page.select(selector, await page.$eval(selector, e => [...e.options].find(o => o.value).value));
        else if (text) await page.$eval(selector, (e, all) => { e.focus(); if (all) e.select(); }, how === 'replace');
        else await page.$eval(selector, e => e.click());
        clicks += how === 'choose' ? 2 : 1;
        seconds += M + P + B + (byMouse ? 0 : H);
        byMouse = true;
        if (how === 'choose') {
          seconds += P + B;
          continue;
        }
        if (text) {
          await page.keyboard.type(text);
          keys += text.length;
          seconds += H + text.length * K;
          byMouse = false;
          continue;
        }
        // A link or a button of a form: wait for its answer, and count how long it took.
        const leaves = await page.evaluate(s => { const e = document.querySelector(s); return !e || e.matches('a,button[type=submit],form button:not([type])'); }, selector).catch(() => true);
        if (leaves) {
          await page.waitForFunction(url => location.href !== url || document.querySelector('.errsum,.results'), { timeout: 60000 }, before);
          await page.waitForFunction(() => !document.documentElement.hasAttribute('data-turbo-preview') && document.readyState === 'complete');
          waited += (performance.now() - began) / 1000;
        }
      }
      if (await page.$('.errsum')) console.error(`${userName}, ${name}: ${await page.$eval('.errsum', e => e.innerText)}`);
      console.log(`| ${userName} | ${name} | ${clicks} | ${keys} | ${(seconds + waited).toFixed(0)} |`);
      await page.browserContext().close();
    }
  }
}

await (what === 'lighthouse' ? lighthouse() : jobs());
await browser.close();

// Leaves out of Tabler's style sheet what no page uses: a sixth is left, and the first page of a poor line is painted a second earlier.
// A rule stays when every class it names stands somewhere in the sources, as a word of its own: write class names out, never put them together
// of pieces. A test compares the classes of the pages with what is left.
import { PurgeCSS } from 'purgecss';
import { mkdirSync, writeFileSync } from 'node:fs';

// Tags that formatted text brings, and states that scripts set.
const kept = `a abbr b blockquote body br button caption code dd del details dialog dl dt em fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr html i img
  input kbd label legend li main mark ol optgroup option output p pre progress s samp section select small strong sub summary sup svg table tbody td
  textarea tfoot th thead time tr u ul var`.split(/\s+/);

const [{ css }] = await new PurgeCSS().purge({
  css: ['node_modules/@tabler/core/dist/css/tabler.min.css'],
  content: ['!(node_modules|obj|bin|wwwroot)/**/*.{razor,cs}', '*.razor', 'wwwroot/js/*.js'],
  safelist: kept,
});
mkdirSync('wwwroot/lib', { recursive: true });
writeFileSync('wwwroot/lib/tabler.css', css);

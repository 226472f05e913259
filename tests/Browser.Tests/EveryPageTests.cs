using Microsoft.Playwright;

namespace PlanTracker.Browser.Tests;

/// <summary>Every page there is: reached by links, clean for axe in light and dark, no sideways scroll, help beside its forms.</summary>
public sealed class EveryPageTests(Chromium chromium, WalkedPages pages) : IClassFixture<WalkedPages>
{
    /// <summary>Forms that are sent empty, so that the page with its errors is judged too.</summary>
    private static readonly string[] Spoiled =
    [
        "/hoat-dong/{ActivityId:guid}/cap-nhat", "/hoat-dong/{Id:guid}/kinh-phi", "/hoat-dong/{Id:guid}/dieu-chinh", "/vuong-mac/moi", "/kiem-tra/moi",
        "/tin-bai/moi", "/tin-bai/nhap", "/ke-hoach/moi", "/ke-hoach/{Id:guid}/bo-sung", "/don-vi/moi", "/don-vi/sap-xep/moi", "/ky-bao-cao/moi",
        "/ky-bao-cao/nhiem-vu/moi", "/viec-chuan-bi/yeu-cau", "/chi-so/moi", "/quan-tri/tai-khoan/moi", "/quan-tri/tai-khoan/nhap",
        "/ket-qua/nhap-tu-excel", "/kinh-phi/nhap-tu-excel", "/tai-khoan/mat-khau",
    ];

    [Fact]
    public async Task Every_page_is_reached_by_links_and_has_nothing_for_axe_to_find()
    {
        var faults = SiteMap.Templates.Except(pages.Visits.Select(v => v.Template)).Select(t => $"{t}: nothing leads there").ToList();
        foreach (var person in pages.Visits.GroupBy(v => v.UserName))
        {
            var page = await chromium.SignedIn(pages.Host, person.Key);
            await using var context = page.Context;
            foreach (var visit in person)
            {
                var response = await page.GotoAsync(visit.Path);
                Assert.Equal((visit.Path, 200), (visit.Path, response!.Status));
                faults.AddRange((await page.Faults()).Select(f => $"{visit.Template} {visit.Path} as {visit.UserName}: {f}"));
                if (await page.Locator("main form[method=post] .field").CountAsync() > 0 && await page.Locator("main .help").CountAsync() == 0)
                    faults.Add($"{visit.Template}: a form without help beside it");
            }
        }
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task A_form_sent_empty_comes_back_in_Vietnamese_with_its_errors_tied_to_their_fields_and_axe_finds_nothing()
    {
        var visits = pages.Visits.Where(v => Spoiled.Contains(v.Template)).ToList();
        Assert.Equal(Spoiled.Order(StringComparer.Ordinal), visits.Select(v => v.Template).Order(StringComparer.Ordinal));

        var faults = new List<string>();
        foreach (var person in visits.GroupBy(v => v.UserName))
        {
            var page = await chromium.SignedIn(pages.Host, person.Key);
            await using var context = page.Context;
            foreach (var visit in person)
            {
                await page.GotoAsync(visit.Path);
                var form = page.Locator("main form[method=post]:has(.field):has(button.btn-primary)").First;
                await form.EvaluateAsync("f => f.querySelectorAll('input:not([type]),input[type=text],input[type=password],textarea').forEach(i => { i.value = ''; })");
                await form.Locator("button.btn-primary").First.ClickAsync();
                try
                {
                    await page.Locator(".errsum").WaitForAsync();
                }
                catch (TimeoutException)
                {
                    faults.Add($"{visit.Template}: no summary of errors");
                    continue;
                }
                faults.AddRange((await page.Faults()).Select(f => $"{visit.Template}: {f}"));
                faults.AddRange((await Untied(page)).Select(f => $"{visit.Template}: {f}"));
            }
        }
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>Errors whose link leads nowhere, and wrong fields that do not name their error.</summary>
    private static Task<string[]> Untied(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => [
          ...[...document.querySelectorAll('.errsum a')].filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => 'no field for ' + a.textContent),
          ...[...document.querySelectorAll('[aria-invalid=true]')].filter(i => !(i.getAttribute('aria-describedby') ?? '').split(' ').some(id => document.getElementById(id)?.classList.contains('msg')))
            .map(i => 'no message for ' + i.outerHTML.slice(0, 120)),
        ]
        """);
}

using PlanTracker.Api.Tests.Access;

namespace PlanTracker.Api.Tests.Progress;

/// <summary>The form of an entry as a browser without scripts sends it.</summary>
public sealed class FormTests(DemoHost host)
{
    [Fact]
    public async Task A_form_sent_twice_makes_one_entry_and_the_second_time_leads_to_it()
    {
        using var reporter = await host.As("baocao.sotttt");
        var path = await Log(reporter);
        var page = await reporter.Open(path);

        var first = await Send(reporter, path, page, "Tờ gấp gửi hai lần", "submit");
        var second = await Send(reporter, path, page, "Tờ gấp gửi hai lần", "submit");

        Assert.Equal(("gui", "da-co"), (first.To!.Split("da=")[1], second.To!.Split("da=")[1]));
        Assert.Equal(first.To.Split('?')[0], second.To.Split('?')[0]);
        Assert.Equal(1, (int)(await reporter.Read("/entries?search=to%20gap%20gui%20hai%20lan")).Body!["total"]!);
    }

    [Fact]
    public async Task Send_and_log_another_keeps_target_day_and_supporting_agencies()
    {
        using var reporter = await host.As("baocao.sotttt");
        var path = await Log(reporter);
        var page = await reporter.Open(path);
        var agency = (string)(await reporter.Read("/agencies?search=quan%20ninh%20kieu")).Body!["items"]![0]!["id"]!;

        var sent = await reporter.Fill(path, page, "quantity",
            ("quantity", "5"), ("date", "03/09/2024"), ("title", "Tờ gấp thứ nhất"), ("noEvidenceReason", "Chờ biên bản"), ("supportingAgency0", agency), ("supportingShare0", "Phát tại chợ"), ("act", "next"));
        var next = await reporter.Open(sent.To!);

        Assert.Contains("/cap-nhat?sau=", sent.To, StringComparison.Ordinal);
        Assert.Contains("Đã gửi “Tờ gấp thứ nhất”", next.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"03/09/2024\"", next.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Phát tại chợ\"", next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Tờ gấp thứ nhất\"", next.Text, StringComparison.Ordinal);
        Assert.NotEqual(Key(page), Key(next));
    }

    [Fact]
    public async Task A_copy_has_the_words_of_the_earlier_entry_and_not_its_numbers()
    {
        using var reporter = await host.As("baocao.sotttt");
        var path = await Log(reporter);
        var sent = await reporter.Fill(path, await reporter.Open(path), "quantity",
            ("quantity", "777"), ("date", "02/09/2024"), ("title", "Tờ gấp để chép"), ("place", "Chợ nổi Cái Răng"), ("peopleReached", "333"), ("channel", "Leaflet"),
            ("noEvidenceReason", "Chờ biên bản"), ("act", "draft"));
        var id = sent.To!.Split('?')[0][^36..];

        var copy = (await reporter.Open($"{path}?chep={id}")).Text;

        Assert.Contains("value=\"Tờ gấp để chép\"", copy, StringComparison.Ordinal);
        Assert.Contains("value=\"Chợ nổi Cái Răng\"", copy, StringComparison.Ordinal);
        Assert.Contains("value=\"10/09/2024\"", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"777\"", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"333\"", copy, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await reporter.Open($"{path}?chep={Guid.Empty}&sau={Guid.Empty}")).Status);
    }

    [Fact]
    public async Task The_edit_form_shows_the_return_beside_its_fields_and_takes_evidence_off()
    {
        using var reporter = await host.As("baocao.sotttt");
        using var coordinator = await host.As("dieuphoi");
        var path = await Log(reporter);
        var sent = await reporter.Fill(path, await reporter.Open(path), "quantity",
            ("quantity", "9"), ("date", "02/09/2024"), ("title", "Tờ gấp bị trả"), ("url", "https://cantho.gov.vn/sai"), ("act", "submit"));
        var id = sent.To!.Split('?')[0][^36..];
        await coordinator.Post($"/entries/{id}/return", new { reason = "Sai liên kết", fields = new[] { "evidence", "quantity" } }, "*");
        var edit = await reporter.Open($"/ket-qua/{id}/sua");
        Assert.Contains("id=\"m-quantity\"", edit.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"m-evidence\"", edit.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"m-title\"", edit.Html, StringComparison.Ordinal);
        var wrong = (string)(await reporter.Read($"/entries/{id}")).Body!["evidence"]![0]!["id"]!;

        var saved = await reporter.Fill($"/ket-qua/{id}/sua", edit, "quantity",
            ("quantity", "9"), ("date", "02/09/2024"), ("title", "Tờ gấp bị trả"), ("removeEvidence", wrong), ("url", "https://cantho.gov.vn/dung"), ("act", "submit"));

        Assert.EndsWith("da=gui", saved.To, StringComparison.Ordinal);
        var entry = (await coordinator.Read($"/entries/{id}")).Body!;
        Assert.Equal("https://cantho.gov.vn/dung", (string)entry["evidence"]!.AsArray().Single()!["url"]!);
        Assert.Equal(wrong, (string)entry["changedSinceReturn"]!["evidenceRemoved"]!.AsArray().Single()!["id"]!);
    }

    private static async Task<string> Log(HttpClient client) => $"/hoat-dong/{(await client.Activity(12))["id"]}/cap-nhat";

    private static Task<Page> Send(HttpClient client, string path, Page page, string title, string act) => client.Fill(path, page, "quantity",
        ("quantity", "5"), ("date", "03/09/2024"), ("title", title), ("noEvidenceReason", "Chờ biên bản"), ("act", act));

    private static string Key(Page page) => System.Text.RegularExpressions.Regex.Match(page.Html, "name=\"clientKey\" value=\"([^\"]+)\"").Groups[1].Value;
}

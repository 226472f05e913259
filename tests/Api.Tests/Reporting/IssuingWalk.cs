using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Reporting;

/// <summary>The life of an issued report on the 20th of September 2024, on any database: issue, lock, number, reopen (worked examples of locks and corrections).</summary>
internal static class IssuingWalk
{
    public static async Task Run(DemoHost host)
    {
        using var first = await host.As("dieuphoi");
        using var reporter = await host.As("baocao.snv");
        using var reader = await host.As("lanhdao");
        var plan = $"/plans/{await first.PlanId()}";
        var report = plan + "/reports/2024-Q3";

        await Refusals(first, reporter, plan);

        // 4.1: 6 tháng is issued in the sample year.
        var row = await first.Activity(3);
        Assert.Equal((409, "progress.period-locked"), await Log(reporter, row, "2024-06-14"));
        Assert.Equal(201, (await Log(reporter, row, "2024-06-15")).Status);

        // 4.9 and the race: two entries wait; issuing and confirming at once, the door decides.
        var waiting = await Submitted(reporter, row, "2024-09-12");
        var racing = await Submitted(reporter, row, "2024-09-13");
        var before = await InPeriod(reader, report, "3");
        var writing = await first.Send(HttpMethod.Put, report + "/texts", new { causes = "Lịch phát sóng đổi.", plan = "1. Hoàn thành.\n2. Đôn đốc." }, "*");
        Assert.Equal(200, writing.Status);
        var issues = Enumerable.Range(0, 2).Select(_ => first.Post(report + "/issue", new { }, "*")).ToList();
        var confirmed = first.Post($"/entries/{racing}/confirm", ifMatch: "*");
        await Task.WhenAll([.. issues, confirmed]);
        var said = issues.Select(i => i.Result).OrderBy(i => i.Status).ToList();
        Assert.Equal(200, said[0].Status);
        Assert.True(said[1].Status is 409 or 412, $"{said[1].Status}");
        Assert.Equal(200, confirmed.Result.Status);
        var counted = (string)confirmed.Result.Body!["countedOn"]!;
        var frozen = await InPeriod(reader, report, "3");
        Assert.Equal(counted == "2024-09-13" ? before + 1 : before, frozen);
        Assert.Contains(counted, (string[])["2024-09-13", "2024-09-15"]);

        var (excel, word) = await Frozen(reader, report, 1);
        await Locked(first, reporter, reader, row, waiting, plan, frozen);
        await Corrections(host, reporter, first);

        // 4.7: a version recorded later changes nothing that was issued.
        var leaflets = await first.Activity(12);
        var version = await first.Post($"/activities/{leaflets["id"]}/targets/{leaflets["targets"]![0]!["id"]}/versions", new
        {
            value = 20000,
            unit = "tờ",
            effectiveOn = "2024-07-01",
            document = new { number = "120/KH-UBND", date = "2024-06-28" },
            reason = "Bổ sung",
        }, "*");
        Assert.True(version.Status == 201, $"{version.Status} {version.Body}");
        Assert.Equal(15000, (decimal)Row((await reader.Read(report)).Body!, "12")["target"]!);
        Assert.Equal(20000, (decimal)Row((await reader.Read(plan + "/reports/2024-Y")).Body!, "12")["target"]!);
        var again = await Frozen(reader, report, 1);
        Assert.Equal(excel, again.Excel);
        Assert.Equal(word, again.Word);

        await Numbering(first, reader, report, excel);
        await Reopening(first, reporter, reader, report, row, plan);
    }

    private static async Task Refusals(HttpClient first, HttpClient reporter, string plan)
    {
        var report = plan + "/reports/2024-Q3";
        Assert.Equal((404, 403, 428, 412), (
            (await first.Post(plan + "/reports/2024-Q9/issue", new { }, "*")).Status, (await reporter.Post(report + "/issue", new { }, "*")).Status,
            (await first.Post(report + "/issue", new { })).Status, (await first.Post(report + "/issue", new { }, "\"0123\"")).Status));
        Assert.Equal(412, (await first.Post(report + "/issue", new { }, "W/\"0123\"")).Status);
        Assert.Equal("reports.custom-not-issued", (await first.Post(plan + "/reports/custom/issue", new { }, "*")).Code);
        Assert.Equal("reports.before-cut-off", (await first.Post(plan + "/reports/2024-Y/issue", new { }, "*")).Code);
        Assert.Equal("reports.already-issued", (await first.Post(plan + "/reports/2024-H1/issue", new { }, "*")).Code);
        Assert.Equal(["signedOn"], (await first.Post(report + "/issue", new { signedOn = "2024-09-21" }, "*")).Fields);
        Assert.Equal(["signedOn"], (await first.Post(report + "/issue", new { signedOn = "2024-09-13" }, "*")).Fields);
        Assert.Equal(["number"], (await first.Post(report + "/issue", new { number = "không số" }, "*")).Fields);
        Assert.Equal(["signer"], (await first.Post(report + "/issue", new { signer = "A\u202EB" }, "*")).Fields);
        Assert.Equal(400, (await first.Post(report + "/issue", new { state = "Issued" }, "*")).Status);
        Assert.Equal("reports.not-issued", (await first.Post(report + "/reopen", new { reason = "Sửa" }, "*")).Code);
        Assert.Equal("reports.not-issued", (await first.Post(report + "/number", new { number = "1" }, "*")).Code);
        Assert.Equal(404, (await first.Read(report + "/revisions/1.xlsx")).Status);
    }

    private static async Task Locked(HttpClient first, HttpClient reporter, HttpClient reader, JsonNode row, string waiting, string plan, decimal frozen)
    {
        var confirmed = await first.Post($"/entries/{waiting}/confirm", ifMatch: "*");
        Assert.Equal((200, "2024-09-12", "2024-09-15"), (confirmed.Status, (string?)confirmed.Body!["date"], (string?)confirmed.Body["countedOn"]));
        Assert.Equal(frozen, await InPeriod(reader, plan + "/reports/2024-Q3", "3"));
        var december = (await reader.Read(plan + "/reports/custom?from=2024-09-15&to=2024-09-20")).Body!;
        Assert.Contains("được xác nhận sau nên tính vào kỳ này", (string)Row(december, "3")["note"]!, StringComparison.Ordinal);
        Assert.Equal((409, "progress.period-locked"), await Log(reporter, row, "2024-09-12"));
        Assert.Equal((409, "progress.period-locked"), await Log(reporter, row, "2024-05-01"));
        Assert.Equal(201, (await Log(reporter, row, "2024-09-15")).Status);

        // A confirmed entry of a locked day stays; evidence may still be added to it.
        var locked = (await first.Read($"/activities/{row["id"]}/entries?pageSize=50")).Body!["items"]!.AsArray();
        var old = locked.First(e => (string?)e!["status"] == "Confirmed" && string.CompareOrdinal((string)e["countedOn"]!, "2024-09-14") <= 0)!;
        Assert.Equal("progress.period-locked", (await first.Post($"/entries/{old["id"]}/withdraw", new { reason = "Nhầm" }, "*")).Code);
        Assert.Equal(201, (await reporter.Post($"/entries/{old["id"]}/evidence", new { kind = "Document", number = "9/BC-SNV", date = "2024-09-18" })).Status);
    }

    private static async Task Corrections(DemoHost host, HttpClient reporter, HttpClient first)
    {
        using var leaflet = await host.As("baocao.sotttt");
        var row = await first.Activity(12);
        var wrong = (await leaflet.Read($"/activities/{row["id"]}/entries?pageSize=50")).Body!["items"]!.AsArray()
            .Single(e => (string?)e!["date"] == "2024-05-20")!;
        async Task<Said> Adjust(decimal quantity, string date, object? corrects, string? reason) => await leaflet.Post($"/activities/{row["id"]}/entries", new
        {
            targetId = row["targets"]![0]!["id"]!.GetValue<string>(),
            date,
            quantity,
            title = "Điều chỉnh",
            noEvidenceReason = "Biên bản đang ký",
            correctsEntryId = corrects,
            correctionReason = reason,
        });

        var id = (string)wrong["id"]!;
        Assert.Equal((400, 400, 400, 409), (
            (await Adjust(0, "2024-09-18", id, "Đếm lại")).Status, (await Adjust(-5001, "2024-09-18", id, "Đếm lại")).Status,
            (await Adjust(-1, "2024-09-18", null, null)).Status, (await Adjust(-1, "2024-06-01", id, "Đếm lại")).Status));
        var adjusted = await Adjust(-100, "2024-09-18", id, "Đếm lại");
        Assert.Equal(201, adjusted.Status);
        Assert.Equal(200, (await leaflet.Post($"/entries/{adjusted.Body!["id"]}/submit", ifMatch: "*")).Status);
        Assert.Equal(403, (await leaflet.Post($"/entries/{adjusted.Body["id"]}/confirm", ifMatch: "*")).Status);
        Assert.Equal(200, (await first.Post($"/entries/{adjusted.Body["id"]}/confirm", ifMatch: "*")).Status);
        Assert.Equal(403, (await reporter.Post($"/activities/{row["id"]}/entries", Requests.EntryOf(row))).Status);
    }

    private static async Task Numbering(HttpClient first, HttpClient reader, string report, byte[] excel)
    {
        var read = await first.Read(report);
        var numbered = await first.Post(report + "/number", new { number = "215/BC-SNV", signedOn = "2024-09-20", signer = "Nguyễn Văn A" }, read.Response.Headers.ETag!.Tag);
        Assert.Equal((200, "215", "Nguyễn Văn A"), (numbered.Status, (string?)numbered.Body!["letterhead"]!["number"], (string?)numbered.Body["letterhead"]!["signerName"]));
        Assert.Equal(412, (await first.Post(report + "/number", new { number = "216" }, read.Response.Headers.ETag.Tag)).Status);
        Assert.Equal(2, (int)(await reader.Read(report + "/revisions")).Body!["total"]!);
        Assert.Equal(excel, await Bytes(reader, report + "/revisions/1.xlsx"));
        Assert.NotEqual(excel, (await Frozen(reader, report, 2)).Excel);
        Assert.Equal(read.Body!["rows"]!.ToJsonString(), (await reader.Read(report)).Body!["rows"]!.ToJsonString());
    }

    private static async Task Reopening(HttpClient first, HttpClient reporter, HttpClient reader, string report, JsonNode row, string plan)
    {
        Assert.Equal(409, (await first.Send(HttpMethod.Put, report + "/texts", new { causes = "Khác" }, "*")).Status);
        Assert.Equal(["reason"], (await first.Post(report + "/reopen", new { reason = " " }, "*")).Fields);
        Assert.Equal(403, (await reporter.Post(report + "/reopen", new { reason = "Sửa" }, "*")).Status);
        var reopened = await first.Post(report + "/reopen", new { reason = "Bổ sung số liệu của Đài" }, "*");
        Assert.Equal((200, "Reopened"), (reopened.Status, (string?)reopened.Body!["state"]));
        Assert.Equal("Reopened", (string?)(await reader.Read(plan + "/periods")).Body!["items"]!.AsArray().Single(p => (string?)p!["code"] == "2024-Q3")!["state"]);
        Assert.Equal(20000, (decimal)Row((await reader.Read(report)).Body!, "12")["target"]!);
        Assert.Equal(201, (await Log(reporter, row, "2024-09-12")).Status);
        Assert.Equal((409, "progress.period-locked"), await Log(reporter, row, "2024-06-14"));
        var changes = (await reader.Read(report + "/changes")).Body!["items"]!.AsArray().Select(c => (string)c!["sentence"]!).ToList();
        Assert.Contains(changes, c => c.Contains("chỉ tiêu từ 15.000 thành 20.000", StringComparison.Ordinal));
        var again = await first.Post(report + "/issue", new { }, (await first.Read(report)).Response.Headers.ETag!.Tag);
        Assert.Equal((200, "Issued"), (again.Status, (string?)again.Body!["state"]));
        Assert.Equal(3, (int)(await reader.Read(report + "/revisions")).Body!["total"]!);
    }

    /// <summary>What is given out is byte-equal each time, and is what the revision's hash says.</summary>
    private static async Task<(byte[] Excel, byte[] Word)> Frozen(HttpClient reader, string report, int number)
    {
        var (excel, word) = (await Bytes(reader, report + ".xlsx"), await Bytes(reader, report + ".docx"));
        Assert.Equal(excel, await Bytes(reader, report + $"/revisions/{number}.xlsx"));
        Assert.Equal(word, await Bytes(reader, report + $".docx"));
        var files = (await reader.Read(report + "/revisions")).Body!["items"]!.AsArray().Single(r => (int)r!["number"]! == number)!["files"]!.AsArray();
        Assert.Equal([Convert.ToHexStringLower(SHA256.HashData(excel)), Convert.ToHexStringLower(SHA256.HashData(word))], files.Select(f => (string)f!["sha256"]!));
        return (excel, word);
    }

    private static Task<byte[]> Bytes(HttpClient client, string path) => client.GetByteArrayAsync(Requests.Base + path);

    private static async Task<(int Status, string? Code)> Log(HttpClient reporter, JsonNode row, string date)
    {
        var entry = Requests.EntryOf(row);
        entry["date"] = date;
        var said = await reporter.Post($"/activities/{row["id"]}/entries", entry);
        return (said.Status, said.Code);
    }

    private static async Task<string> Submitted(HttpClient reporter, JsonNode row, string date)
    {
        var entry = Requests.EntryOf(row);
        entry["date"] = date;
        var made = await reporter.Post($"/activities/{row["id"]}/entries", entry);
        Assert.Equal(201, made.Status);
        Assert.Equal(200, (await reporter.Post($"/entries/{made.Body!["id"]}/submit", ifMatch: "*")).Status);
        return (string)made.Body["id"]!;
    }

    private static async Task<decimal> InPeriod(HttpClient client, string report, string label) => (decimal)Row((await client.Read(report)).Body!, label)["inPeriod"]!;

    private static JsonNode Row(JsonNode report, string label) => report["rows"]!.AsArray().Single(r => (string?)r!["label"] == label)!;
}

using System.Net;
using System.Text.RegularExpressions;
using PlanTracker.Api.Tests.Access;

namespace PlanTracker.Api.Tests.Jobs;

/// <summary>Issuing from the page goes on by itself: left, found again, and led to the report.</summary>
public sealed partial class IssuingPageTests(JobHost host) : IClassFixture<JobHost>
{
    private const string Form = "/bao-cao/ban-hanh?period=2024-Q3";

    [Fact]
    public async Task Issuing_that_takes_long_is_found_again_and_leads_to_the_report_and_a_refusal_stays_with_the_form()
    {
        using var coordinator = await host.As("dieuphoi");
        var page = await coordinator.Open(Form);

        // Refused at once: beside the form, and nothing to be found afterwards.
        var refused = await coordinator.Fill(Form, page, "sure", ("sure", "true"), ("act", "issue"), ("number", "không số"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Số báo cáo bắt đầu bằng chữ số", refused.Text, StringComparison.Ordinal);
        var stale = await coordinator.Fill(Form, page, "sure", ("sure", "true"), ("act", "issue"), ("tag", "cu-roi"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("Đã được người khác sửa", stale.Text, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await coordinator.Read("/jobs")).Body!["total"]!);

        host.Writing.Close();
        Page waiting, list, home;
        try
        {
            var sent = await coordinator.Fill(Form, page, "sure", ("sure", "true"), ("act", "issue"));
            Assert.Equal(HttpStatusCode.Redirect, sent.Status);
            Assert.Matches(JobAddress(), sent.To!);
            waiting = await coordinator.Open(sent.To!);
            list = await coordinator.Open("/viec-dang-chay");
            home = await coordinator.Open("/hoat-dong");

            Assert.Contains("Đang ban hành báo cáo", waiting.Text, StringComparison.Ordinal);
            Assert.Contains("http-equiv=\"refresh\"", waiting.Html, StringComparison.Ordinal);
            Assert.Contains("Đang ghi tệp Excel và tệp Word", list.Text, StringComparison.Ordinal);
            Assert.Contains("1 việc đang chạy", list.Text, StringComparison.Ordinal);
            Assert.Contains("class=\"runs\"", home.Html, StringComparison.Ordinal);

            host.Writing.Open();
            await coordinator.Ended($"/api/v1/jobs/{sent.To!.Split('/')[^1].Split('?')[0]}");
            waiting = await coordinator.Open(sent.To!);
        }
        finally
        {
            host.Writing.Open();
        }

        Assert.True(waiting.To is not null, waiting.Text);
        Assert.EndsWith("da=ban-hanh", waiting.To, StringComparison.Ordinal);
        Assert.Contains("Đã ban hành báo cáo", (await coordinator.Open(waiting.To!)).Text, StringComparison.Ordinal);
        list = await coordinator.Open("/viec-dang-chay");
        Assert.Contains("Mở báo cáo", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", list.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_make_files_in_the_background_and_say_what_is_not_there()
    {
        using var person = await host.As("baocao.svhttdl");
        Assert.Contains("Chưa có việc nào trong 30 ngày qua", (await person.Open("/viec-dang-chay")).Text, StringComparison.Ordinal);

        const string report = "/bao-cao?period=custom&from=15%2F03%2F2024&to=14%2F06%2F2024";
        var asked = await person.Fill(report, await person.Open(report), "act", ("file", "xlsx"));
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        var job = await person.Ended($"/api/v1/jobs/{asked.To!.Split('/')[^1]}");
        Assert.Equal("Báo cáo 15/03/2024 – 14/06/2024, tệp Excel", (string)job["title"]!);
        var shown = await person.Open(asked.To!);
        Assert.Contains((string)job["file"]!, shown.Html, StringComparison.Ordinal);

        const string history = "/lich-su?entity=report&from=01%2F03%2F2024";
        var table = await person.Fill(history, await person.Open(history), "act");
        Assert.Equal(HttpStatusCode.Redirect, table.Status);
        var csv = await person.Ended($"/api/v1/jobs/{table.To!.Split('/')[^1]}");
        Assert.Equal(("Done", "Lịch sử thay đổi theo điều kiện lọc, tệp CSV"), ((string)csv["state"]!, (string)csv["title"]!));

        var tampered = await person.Fill(report, await person.Open(report), "act", ("plan", "khong-co"), ("file", "xlsx"));
        Assert.Equal(HttpStatusCode.NotFound, tampered.Status);
        var wrong = await person.Fill(report, await person.Open(report), "act", ("from", ""), ("file", "xlsx"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Cần ngày bắt đầu", wrong.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("/viec-dang-chay/[0-9a-f-]{36}\\?cho=1$")]
    private static partial Regex JobAddress();
}

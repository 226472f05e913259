using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Dashboard.Jobs;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Dashboard.Tests.Jobs;

/// <summary>How long work is shown in the list: its state in words, how far it is, and what can be done with what came of it.</summary>
public sealed class LongWorkItemTests
{
    private static readonly DateTime Now = new(2024, 9, 10, 5, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task What_runs_says_what_is_being_done_and_how_much()
    {
        var html = await Html(Work(JobState.Running), new("Đang lập Phụ lục III", 3, 10));

        Assert.Contains("Đang lập Phụ lục III, khoảng 30%", html, StringComparison.Ordinal);
        Assert.Contains("<progress class=\"import-progress\" max=\"100\" value=\"30\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_says_so_and_nobody_is_told_a_number_that_is_not_known()
    {
        var waiting = await Html(Work(JobState.Waiting), new("", 0, 0));
        var rows = await Html(Work(JobState.Running), new("Đã ghi 500 dòng", 500, 0));

        Assert.Contains("Đang chờ đến lượt", waiting, StringComparison.Ordinal);
        Assert.Contains("Đã ghi 500 dòng", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("%", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_offered_while_it_is_kept_and_afterwards_to_be_made_again()
    {
        var work = Work(JobState.Done, j => j with { FinishedAt = Now, FileName = "báo cáo.xlsx", FileSize = 2048 });

        Assert.Contains($"href=\"/api/v1/jobs/{work.Id}/file\"", await Html(work), StringComparison.Ordinal);
        var old = await Html(work, now: Now + JobDesk.FileKeptFor);
        Assert.DoesNotContain("/file\"", old, StringComparison.Ordinal);
        Assert.Contains("Chạy lại", old, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_says_why_and_is_not_offered_again()
    {
        var html = await Html(Work(JobState.Refused, j => j with { Message = "Báo cáo của kỳ đã được ban hành." }));

        Assert.Contains("Không làm được", html, StringComparison.Ordinal);
        Assert.Contains("Báo cáo của kỳ đã được ban hành.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Chạy lại", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_leads_to_its_own_page()
    {
        var import = new ImportJob { Kind = "funding", PlanId = Guid.Empty, OwnerId = Guid.Empty, FileName = "quý III.xlsx", CreatedAt = Now, State = ImportState.Checked };

        var html = await Html(new(null, import));

        Assert.Contains($"href=\"/kinh-phi/nhap-tu-excel/{import.Id}\"", html, StringComparison.Ordinal);
        Assert.Contains("Nhập kinh phí từ Excel: quý III.xlsx", html, StringComparison.Ordinal);
        Assert.Contains("Chờ quyết định", html, StringComparison.Ordinal);
    }

    private static LongWork Work(JobState state, Func<Job, Job>? more = null)
    {
        var job = new Job { Kind = "report-file", Title = "Báo cáo Năm, tệp Excel", OwnerId = Guid.Empty, Door = Door.Page, Input = "{}", CreatedAt = Now, State = state };
        return new(more?.Invoke(job) ?? job, null);
    }

    private static Task<string> Html(LongWork work, JobStep? step = null, DateTime? now = null) => Rendered.Html<LongWorkItem>(
        new() { [nameof(LongWorkItem.Work)] = work, [nameof(LongWorkItem.Step)] = step, [nameof(LongWorkItem.Now)] = now ?? Now },
        services => services.AddSingleton<AntiforgeryStateProvider, NoForgery>());

    private sealed class NoForgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}

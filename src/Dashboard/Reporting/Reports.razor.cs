using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Access;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Reporting;

/// <summary>The periodic reports: choose a period, a free range or an agency, see the report as it will be printed or was issued, download it.</summary>
public sealed partial class Reports
{
    private const int EventsOnAPage = 200;
    private const int MostPages = 100_000;

    private readonly List<string> errors = [];
    private PlanReport? report;
    private PageOf<EventRow> events = new([], 0, 1, EventsOnAPage);
    private IReadOnlyList<RevisionRef> revisions = [];
    private IReadOnlyList<AgencyView> agencies = [];
    private string title = "Báo cáo";

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private string? AsOf { get; set; }

    /// <summary>Id of the agency it is of.</summary>
    [SupplyParameterFromQuery]
    private string? Of { get; set; }

    /// <summary>agency or lead.</summary>
    [SupplyParameterFromQuery]
    private string? By { get; set; }

    /// <summary>Which part is shown: i, iii, ...</summary>
    [SupplyParameterFromQuery(Name = "phan")]
    private string? Part { get; set; }

    /// <summary>Page of Phụ lục III.</summary>
    [SupplyParameterFromQuery(Name = "trang")]
    private string? PageNumber { get; set; }

    [SupplyParameterFromQuery(Name = "da")]
    private string? Done { get; set; }

    [Inject]
    private AgencyReading Agencies { get; set; } = default!;

    private string Shown => Parts.Any(p => p.Key == Part) ? Part! : "i";

    private string DoneWords => Done switch
    {
        "ban-hanh" => $"Đã ban hành báo cáo {report!.Period.Name}. Số liệu đến hết ngày {Words.Day(report.Period.To)} đã khóa.",
        "ghi-so" => "Đã ghi số, ngày vào báo cáo: bản mới ở trên cùng, bản cũ vẫn tải được.",
        "mo-lai" => $"Đã mở lại báo cáo {report!.Period.Name}. Các bản đã ban hành vẫn tải được.",
        _ => "Đã lưu lời văn của báo cáo.",
    };

    /// <summary>The parts there are; those of the appendices behind the first are loaded only to be shown.</summary>
    private IEnumerable<(string Key, string Mark, string Word)> Parts
    {
        get
        {
            var content = report!.Content;
            yield return ("i", "Phụ lục I", "Hoạt động");
            if (content.Agencies is not null)
                yield return ("ii", "II", "Đơn vị");
            yield return ("iii", "III", "Sự kiện");
            if (content.Money is not null)
                yield return ("iv", "IV", "Kinh phí");
            if (content.Late is not null)
                yield return ("v", "V", "Trễ, thiếu");
            if (content.Difficulties is not null)
                yield return ("vi", "VI", "Vướng mắc");
            if (content.News is not null)
                yield return ("vii", "VII", "Tin bài");
            if (content.Tasks is not null)
                yield return ("nhiem-vu", "Nhiệm vụ", "mục VI");
            if (content.Inspections is not null)
                yield return ("kiem-tra", "Kiểm tra", "kiến nghị");
            if (content.Changes is not null)
                yield return ("thay-doi", "Thay đổi", "so với báo cáo trước");
            if (report.Scope is null && Chosen != ReportRequest.Custom)
                yield return ("loi-van", "Lời văn", "Word");
        }
    }

    private string Query => Join(("plan", Plan!.Id.ToString()), ("period", Chosen), ("from", From), ("to", To), ("asOf", AsOf), ("of", Of), ("by", Of is null ? null : By));

    /// <summary>The same question to the API.</summary>
    private string FileQuery
    {
        get
        {
            var custom = Chosen == ReportRequest.Custom;
            return Join(
                ("from", custom ? Day(From) : null), ("to", custom ? Day(To) : null), ("asOf", Day(AsOf)), (By == "lead" ? "lead" : "agency", report?.Scope?.AgencyId.ToString()));
        }
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (!await LoadPeriods())
            return;
        agencies = await AllAgencies.Load(Agencies, Actor, Cancel);
        if (Understood())
            await Open();
    }

    private async Task Open()
    {
        var custom = Chosen == ReportRequest.Custom;
        var of = Guid.TryParse(Of, out var id) ? id : (Guid?)null;
        var request = new ReportRequest(Chosen, custom ? Dates.Parse(From) : null, custom ? Dates.Parse(To) : null, Dates.Parse(AsOf))
        {
            AgencyId = By == "lead" ? null : of,
            LeadId = By == "lead" ? of : null,
        };
        var result = await PlanReports.Whole(Actor, Plan!.Id, request, Cancel);
        if (result.Refusal is { Kind: RefusalKind.Invalid } invalid)
        {
            errors.AddRange(invalid.Errors.Values.SelectMany(m => m));
            return;
        }
        report = Given(result);
        if (report is null)
            return;
        if (Shown == "iii")
            events = Given(await PlanReports.Events(Actor, Plan.Id, request, new(int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MostPages) : 1, EventsOnAPage), Cancel)) ?? events;
        if (!custom && report.Scope is null)
            revisions = (await PlanReports.Revisions(Actor, Plan.Id, Chosen, Cancel)).Value ?? [];
        title = Headline(report);
    }

    private static string Headline(PlanReport report)
    {
        var name = report.Scope is { } scope ? $"{report.Period.Name}, {scope.Name}" : report.Period.Name;
        if (report.State is ReportState.Issued)
            return $"Báo cáo {name} đã ban hành, số liệu không đổi nữa";
        return $"{name}: {StatusWords.Sentence(report.StatusCounts)}";
    }

    private bool Understood()
    {
        foreach (var (name, text) in new[] { ("Ngày bắt đầu", From), ("Ngày kết thúc", To), ("Ngày số liệu", AsOf) })
        {
            if (!string.IsNullOrWhiteSpace(text) && Dates.Parse(text) is null)
                errors.Add($"{name} “{text}” không phải là ngày; hãy viết như 15/03/2024.");
        }
        if (!string.IsNullOrEmpty(Of) && !Guid.TryParse(Of, out _))
            errors.Add("Không có cơ quan này.");
        return errors.Count == 0;
    }

    private string State(ReportingPeriod period)
    {
        if (Kept.GetValueOrDefault(period.Code) is { } kept)
        {
            if (kept is { State: ReportState.Issued } && kept.Last(IssueStepKind.Issue) is { } issue)
                return $"đã ban hành {Words.Day(issue.At)}";
            if (kept is { State: ReportState.Reopened } && kept.Last(IssueStepKind.Reopening) is { } reopening)
                return $"đã mở lại {Words.Day(reopening.At)}";
        }
        return Clock.Today < period.From ? "chưa đến kỳ"
            : Clock.Today <= period.To ? $"đang diễn ra, chốt {Words.ShortDay(period.To)}"
            : $"đã chốt {Words.Day(period.To)}, chưa ban hành";
    }

    private string IconOf(ReportingPeriod period) => Kept.GetValueOrDefault(period.Code)?.State switch
    {
        ReportState.Issued => "lock",
        ReportState.Reopened => "history",
        _ => Clock.Today < period.From ? "circle-dashed" : "clock",
    };

    private static string? Day(string? text) => Dates.Parse(text) is { } day ? $"{day:yyyy-MM-dd}" : null;

    private static string Join(params (string Name, string? Value)[] parts) =>
        string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
}

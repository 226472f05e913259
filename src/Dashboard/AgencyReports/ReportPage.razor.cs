using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.AgencyReports;

namespace PlanTracker.Dashboard.AgencyReports;

/// <summary>An agency's report: drafted by its reporter, approved and submitted by its head, accepted or returned by the level above.</summary>
public sealed partial class ReportPage
{
    private AgencyReportView? view;
    private TypedText? typed;
    private int version;
    private string? reason;
    private IReadOnlyList<string> fields = [];
    private Refusal? trouble;
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();

    /// <summary>The obligation.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>What was just done.</summary>
    [SupplyParameterFromQuery(Name = "da")]
    public string? Done { get; set; }

    [Inject]
    private AgencyReportReading Reports { get; set; } = default!;

    [Inject]
    private AgencyReportFiling Filing { get; set; } = default!;

    [Inject]
    private BusinessClock Clock { get; set; } = default!;

    private bool MayReadHistory => Actor.May(Operation.ReadHistory) || (Actor.May(Operation.ReadOwnHistory) && view!.IsOwn);

    private string Heading => view is null ? "Báo cáo của đơn vị" : $"Báo cáo {view.Period.Name}: {State(view)}";

    private string? DoneWords => Done switch
    {
        "luu" => "Đã lưu bản nháp. Lãnh đạo đơn vị duyệt và gửi.",
        "gui" => $"Đã duyệt và gửi {view!.Receiver.Name}. Báo cáo hiện ở nơi nhận để tiếp nhận hoặc trả lại.",
        "tiep-nhan" => "Đã tiếp nhận báo cáo.",
        "nhap" => "Đã nhập số liệu từ tệp vào bản nháp. Chưa gửi.",
        _ => null,
    };

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        view = Given(await Reports.Find(Actor, Id, Cancel));
        Fill();
    }

    private void Fill()
    {
        if (view is null)
            return;
        version = view.Version;
        typed = view.Allowed.Contains(ReportVerb.Edit) ? ReportInput.Of(view.Content) : null;
    }

    private async Task Post()
    {
        if (Refusal is not null)
            return;
        var form = Http!.Request.Form;
        var based = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var number) ? ExpectedVersion.Of(number) : ExpectedVersion.Missing;
        var sent = new TypedText(form);
        var act = sent["act"];
        reason = sent["reason"];
        fields = [.. form["fields"].OfType<string>()];
        var (result, done) = act switch
        {
            "submit" => (await Filing.Submit(Actor, Id, based, Cancel), "gui"),
            "accept" => (await Filing.Accept(Actor, Id, based, Cancel), "tiep-nhan"),
            "return" => (await Filing.Return(Actor, Id, based, new ReportReason(reason ?? "", fields), Cancel), "tra-lai"),
            _ => (await Filing.Save(Actor, Id, based, ReportInput.Read(sent, view!.Made.Figures), Cancel), "luu"),
        };
        if (!result.Refused(out var refusal, out _))
        {
            // What was returned is its agency's alone again: the page is no longer its receiver's to see.
            Navigation.NavigateTo(done == "tra-lai" ? $"/bao-cao-don-vi?da={done}" : $"/bao-cao-don-vi/{Id}?da={done}");
            return;
        }
        if (refusal.Kind is RefusalKind.NotFound)
        {
            Refuse(refusal);
            return;
        }
        view = (await Reports.Find(Actor, Id, Cancel)).Value ?? view;
        Fill();
        if (typed is not null && done == "luu")
            typed = sent;
        errors = refusal.Kind is RefusalKind.Invalid ? refusal.Errors : errors;
        trouble = refusal.Kind is RefusalKind.Invalid ? null : refusal;
        ShowFormAgain();
    }

    /// <summary>Where what is there now is another than what was typed.</summary>
    private IEnumerable<(string Name, string Now)> Others()
    {
        foreach (var figure in view!.Made.Figures.Where(f => VietnameseNumber.Parse(typed![$"figures.{f.Code}"]) != f.Own))
            yield return (figure.Name, Words.Number(figure.Own));
        foreach (var part in ReportParts.All.Where(p => p.Of(view.Content) != VietnameseText.Clean(typed![p.Field])))
            yield return (part.Name, part.Of(view.Content) ?? "(trống)");
    }

    private string State(AgencyReportView report) => report.Status switch
    {
        AgencyReportStatus.Draft => $"{(report.Report is null ? "chưa soạn" : "bản nháp")}, {ReportLooks.Due(report.Obligation, Clock.Today)} gửi {report.Receiver.ShortName}",
        AgencyReportStatus.Submitted => $"đã gửi {Words.Day(report.Obligation.SubmittedAt!.Value)}, chờ {report.Receiver.ShortName} tiếp nhận",
        AgencyReportStatus.Returned => $"{report.Receiver.ShortName} trả lại, cần sửa và gửi lại",
        _ => $"{report.Receiver.ShortName} đã tiếp nhận {Words.Day(report.Obligation.AcceptedAt!.Value)}",
    };
}

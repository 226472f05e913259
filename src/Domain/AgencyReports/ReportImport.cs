using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>A figure that a file would change.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Name">Its name.</param>
/// <param name="Old">What stands there.</param>
/// <param name="New">What the file says.</param>
public sealed record ImportedFigure(string Code, string Name, decimal? Old, decimal? New);

/// <summary>What an import of figures does, or would do.</summary>
/// <param name="Changed">Figures that become others.</param>
/// <param name="Unchanged">Rows whose figure and note stand there already.</param>
/// <param name="Errors">Everything that is wrong, by cell.</param>
/// <param name="Report">The report afterwards; null for a trial.</param>
public sealed record ReportImportResult(
    IReadOnlyList<ImportedFigure> Changed, int Unchanged, IReadOnlyList<CellError> Errors, AgencyReportView? Report);

/// <summary>
/// Puts figures into a report from the workbook that <see cref="Template"/> gives: every error at once by cell, then all or nothing; the same
/// file again changes nothing. Nothing is submitted by it.
/// </summary>
public sealed class ReportImport(AgencyReportReading reading, AgencyReportFiling filing)
{
    /// <summary>The refusal for who may not change the report; judged before a file is read.</summary>
    public async Task<Refusal?> Demand(Actor actor, Guid obligationId, CancellationToken cancel) =>
        (await Editable(actor, obligationId, cancel)).Refusal;

    /// <summary>What the table would do; nothing changes.</summary>
    public async Task<Result<ReportImportResult>> Try(Actor actor, Guid obligationId, Result<ImportTable> input, CancellationToken cancel)
    {
        if ((await Read(actor, obligationId, input, cancel)).Refused(out var refusal, out var read))
            return refusal;
        return new ReportImportResult(read.Changed, read.Unchanged, read.Table.Errors, null);
    }

    /// <summary>Puts the figures in; refused, with everything that is wrong, when one cell is.</summary>
    public async Task<Result<ReportImportResult>> Apply(
        Actor actor, Guid obligationId, ExpectedVersion version, Result<ImportTable> input, CancellationToken cancel)
    {
        if ((await Read(actor, obligationId, input, cancel)).Refused(out var refusal, out var read))
            return refusal;
        if (read.Table.Errors.Count > 0)
            return Refusal.Unreadable("reports.import-refused", "Tệp có ô cần sửa. Chưa có số liệu nào được nhập.", CellError.ByCell(read.Table.Errors));
        if (version.Check(read.View.Version) is { } stale)
            return stale;
        if (read.Changed.Count == 0 && read.View.Report is { } there && read.Content == there.Content)
            return new ReportImportResult([], read.Unchanged, [], read.View);
        var saved = await filing.Save(actor with { Door = Door.Import }, obligationId, ExpectedVersion.Of(read.View.Version), read.Content, cancel);
        return saved.Refused(out var refused, out var view) ? refused : new ReportImportResult(read.Changed, read.Unchanged, [], view);
    }

    /// <summary>The workbook to fill in, with what stands in the report.</summary>
    public async Task<Result<ImportTemplate>> Template(Actor actor, Guid obligationId, CancellationToken cancel)
    {
        if ((await Editable(actor, obligationId, cancel)).Refused(out var refusal, out var view))
            return refusal;
        var headers = ReportTable.Headers;
        return new ImportTemplate(
            $"Mẫu số liệu báo cáo {view.Period.Name} của {view.Agency.ShortName}", "Số liệu",
            [
                new(headers[0], 35, true, "Mã của chỉ số; giữ nguyên như trong mẫu."),
                new(headers[1], 95, false, "Tên chỉ số, để đọc."),
                new(headers[2], 25, false, "Đơn vị tính, để đọc."),
                new(headers[3], 35, false, "Số liệu của chính đơn vị trong kỳ, viết 15.000 hoặc 1,5; để trống khi chưa có, ghi 0 khi không có."),
                new(headers[4], 80, false, "Giải thích khi số liệu khác kết quả đã xác nhận; tối đa 500 ký tự."),
            ],
            [
                $"Báo cáo {view.Period.Name} của {view.Agency.Name}, số liệu từ {view.Period.From:dd/MM/yyyy} đến hết {view.Period.To:dd/MM/yyyy}.",
                "Chỉ ghi số của chính đơn vị: số của đơn vị trực thuộc, tổng và lũy kế được tính sẵn trên hệ thống.",
                "Tệp được kiểm tra trước; mọi chỗ sai hiện cùng lúc theo từng ô. Nhập tệp không thay cho việc duyệt và gửi.",
                "Chỉ số không có dòng trong tệp thì giữ nguyên; có dòng mà để trống số liệu thì số đang có bị xóa.",
            ])
        {
            Rows =
            [
                .. view.Made.Figures.Where(f => view.Made.Indicators.Any(i => i.Code == f.Code && i.Terms.IsActive))
                    .Select(f => (IReadOnlyList<string>)[f.Code, f.Name, f.Unit, f.Own is { } own ? VietnameseNumber.Show(own) : "", f.Note ?? ""]),
            ],
        };
    }

    private async Task<Result<(ReportTable Table, ReportContent Content, IReadOnlyList<ImportedFigure> Changed, int Unchanged, AgencyReportView View)>> Read(
        Actor actor, Guid obligationId, Result<ImportTable> input, CancellationToken cancel)
    {
        if ((await Editable(actor, obligationId, cancel)).Refused(out var refusal, out var view))
            return refusal;
        if (input.Refused(out var unreadable, out var table))
            return unreadable;
        if (ReportTable.Of(table, view.Made.Indicators, view.Content).Refused(out var wrong, out var read))
            return wrong;
        var names = view.Made.Indicators.ToDictionary(i => i.Code, i => i.Terms.Name);
        var changed = read.Figures.Where(f => (f.Value, f.Note) != (view.Content.Own(f.Code), view.Content.Note(f.Code)))
            .Select(f => new ImportedFigure(f.Code, names[f.Code], view.Content.Own(f.Code), f.Value)).ToList();
        return (read, read.Into(view.Content), changed, read.Figures.Count - changed.Count, view);
    }

    private async Task<Result<AgencyReportView>> Editable(Actor actor, Guid obligationId, CancellationToken cancel)
    {
        if ((await reading.Find(actor, obligationId, cancel)).Refused(out var notThere, out var view))
            return notThere;
        if (view.Allowed.Contains(ReportVerb.Edit))
            return view;
        return !actor.May(Operation.DraftAgencyReports) || !view.IsOwn
            ? Refusal.NotAllowed("reports.not-reporter", "Chỉ cán bộ báo cáo của chính đơn vị được soạn báo cáo này. Chưa có gì thay đổi.")
            : Refusal.Conflict("reports.wrong-state", $"Báo cáo đang ở trạng thái “{ReportWords.NameOf(view.Status)}” nên không nhập số liệu được. Chưa có gì thay đổi.");
    }
}

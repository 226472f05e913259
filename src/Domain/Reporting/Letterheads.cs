using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Reporting;

/// <summary>Who signs: the words above the name (a line each: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC") and the name, without titles.</summary>
public sealed record Signer(string Title, string? Name);

/// <summary>An agency's own head and foot of documents (thể thức), used by everything printed in its name.</summary>
public sealed class LetterheadSetting
{
    /// <summary>The agency.</summary>
    public required Guid AgencyId { get; init; }
    /// <summary>What stands in it.</summary>
    public required LetterheadText Text { get; set; }
    /// <summary>Whether the plan report is drawn up in its name: Sở Nội vụ.</summary>
    public bool DrawsUpPlanReports { get; set; }
    /// <summary>Raised by every change.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The head of its reports, not numbered yet.</summary>
    public Letterhead ToLetterhead() => new(
        Text.ParentBody, Text.IssuingBody, Text.ReportSymbol, Text.Place, Text.AddressedTo, null, null, Text.Recipients, Text.Signers[0].Title, Text.Signers[0].Name);
}

/// <summary>The words of a head and foot.</summary>
/// <param name="ParentBody">Cơ quan chủ quản: UBND THÀNH PHỐ CẦN THƠ; empty for none.</param>
/// <param name="IssuingBody">Cơ quan ban hành: SỞ NỘI VỤ.</param>
/// <param name="ReportSymbol">Ký hiệu of a report: BC-SNV.</param>
/// <param name="LetterSymbol">Ký hiệu of a công văn: SNV-CCHC,VTLT.</param>
/// <param name="Place">Địa danh: Cần Thơ.</param>
/// <param name="AddressedTo">Kính gửi, of a report.</param>
/// <param name="Recipients">Nơi nhận, a line each, the last one "Lưu: ...".</param>
/// <param name="Signers">Who may sign; the first one unless another is chosen.</param>
public sealed record LetterheadText(
    string ParentBody, string IssuingBody, string ReportSymbol, string LetterSymbol, string Place, string AddressedTo,
    IReadOnlyList<string> Recipients, IReadOnlyList<Signer> Signers);

/// <summary>The head and foot of an agency as they hold.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Text">The words.</param>
/// <param name="Version">For the next change; 0 while it has none of its own and the words are proposed.</param>
public sealed record LetterheadView(AgencyRef Agency, LetterheadText Text, int Version);

/// <summary>Reads heads of documents.</summary>
public interface ILetterheads
{
    /// <summary>An agency's own; null while it has none.</summary>
    Task<LetterheadSetting?> Find(Guid agencyId, CancellationToken cancel);

    /// <summary>The one that plan reports are drawn up with; null while nobody has set it.</summary>
    Task<LetterheadSetting?> OfPlanReports(CancellationToken cancel);
}

/// <summary>Use cases of heads of documents: Sở Nội vụ keeps them for every agency.</summary>
public sealed class LetterheadAdministration(IStore store, ILetterheads letterheads, IAgencyRegister register, BusinessClock clock)
{
    private const int MaxLine = 200;
    private const int MaxSymbol = 50;
    private const int MaxItems = 30;

    /// <summary>An agency's head and foot; what is proposed while it has none of its own.</summary>
    public async Task<Result<LetterheadView>> Read(Actor actor, Guid agencyId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var agencies = await register.All(cancel);
        if (!agencies.TryGetValue(agencyId, out var agency))
            return AgencyAdministration.UnknownAgency;
        var own = await letterheads.Find(agencyId, cancel);
        return new LetterheadView(agency.RefOn(clock.Today), own?.Text ?? Proposed(agency, agencies), own?.Version ?? 0);
    }

    /// <summary>Changes it, all at once.</summary>
    public async Task<Result<LetterheadView>> Change(
        Actor actor, Guid agencyId, ExpectedVersion version, Result<LetterheadText> input, CancellationToken cancel)
    {
        if ((await Read(actor, agencyId, cancel)).Refused(out var notThere, out var view))
            return notThere;
        if (actor.Demand(Operation.ManageLetterheads) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        if (Checked(asked).Refused(out var invalid, out var text))
            return invalid;
        return await store.Write<LetterheadView>(actor, async changes =>
        {
            var row = await changes.Reports.Letterhead(agencyId, cancel);
            if (version.Check(row?.Version ?? 0) is { } stale)
                return stale;
            var before = row is null ? null : HistoryJson.Of(row.Text);
            if (row is null)
            {
                changes.Reports.Add(row = new LetterheadSetting { AgencyId = agencyId, Text = text });
            }
            else
            {
                row.Text = text;
                row.Version++;
            }
            row.DrawsUpPlanReports = agencyId == actor.Agency?.Id;
            changes.Record(new Change
            {
                At = clock.UtcNow,
                AccountId = actor.AccountId,
                AccountName = actor.FullName,
                AgencyId = agencyId,
                Door = actor.Door,
                Entity = "letterhead",
                EntityId = agencyId,
                What = "edit",
                Old = before,
                New = HistoryJson.Of(text),
            });
            return new LetterheadView(view.Agency, text, row.Version);
        }, cancel);
    }

    private LetterheadText Proposed(Agency agency, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var standard = ReportWording.DefaultLetterhead;
        var name = agency.RefOn(clock.Today).Name;
        if (string.Equals(name, standard.IssuingBody, StringComparison.OrdinalIgnoreCase))
        {
            return new(standard.ParentBody, standard.IssuingBody, standard.Symbol, ReportWording.DefaultLetterSymbol, standard.Place, standard.AddressedTo,
                standard.Recipients, [new(standard.SignerTitle, standard.SignerName)]);
        }
        var isCommittee = name.StartsWith("UBND ", StringComparison.Ordinal);
        var initials = isCommittee ? "UBND" : string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w is not ("và" or "-") && char.IsLetter(w[0])).Select(w => char.ToUpperInvariant(w[0])));
        var parent = agency.ParentOn(clock.Today) is { } id && agencies.TryGetValue(id, out var above) ? above.RefOn(clock.Today).Name : "";
        return new(parent.ToUpperInvariant(), name.ToUpperInvariant(), $"BC-{initials}", initials, standard.Place, "Sở Nội vụ thành phố Cần Thơ",
            ["Như trên", "Lưu: VT"], [new(isCommittee ? "CHỦ TỊCH" : "THỦ TRƯỞNG ĐƠN VỊ", null)]);
    }

    private static Result<LetterheadText> Checked(LetterheadText asked)
    {
        var text = new LetterheadText(
            VietnameseText.Clean(asked.ParentBody) ?? "", VietnameseText.Clean(asked.IssuingBody) ?? "", VietnameseText.Clean(asked.ReportSymbol) ?? "",
            VietnameseText.Clean(asked.LetterSymbol) ?? "", VietnameseText.Clean(asked.Place) ?? "", VietnameseText.Clean(asked.AddressedTo) ?? "",
            [.. asked.Recipients.Select(r => VietnameseText.Clean(r)).OfType<string>()],
            [.. asked.Signers.Select(s => new Signer(VietnameseText.Clean(s.Title)?.ReplaceLineEndings("\n") ?? "", VietnameseText.Clean(s.Name)))]);
        var errors = new FieldErrors();
        errors.Line("parentBody", text.ParentBody, MaxLine, "Cơ quan chủ quản", needed: false);
        errors.Line("issuingBody", text.IssuingBody, MaxLine, "Cơ quan ban hành", needed: true);
        errors.Line("reportSymbol", text.ReportSymbol, MaxSymbol, "Ký hiệu báo cáo", needed: true);
        errors.Line("letterSymbol", text.LetterSymbol, MaxSymbol, "Ký hiệu công văn", needed: true);
        errors.Line("place", text.Place, MaxLine, "Địa danh", needed: true);
        errors.Line("addressedTo", text.AddressedTo, MaxLine, "Nơi kính gửi", needed: true);
        if (text.Recipients.Count is 0 or > MaxItems)
            errors.Add("recipients", "Nơi nhận có từ 1 đến 30 dòng.");
        foreach (var recipient in text.Recipients)
            errors.Line("recipients", recipient, MaxLine, "Mỗi dòng nơi nhận", needed: true);
        if (text.Signers.Count is 0 or > MaxItems || text.Signers.Any(s => s.Title.Length == 0))
            errors.Add("signers", "Cần ít nhất một người ký, mỗi người có chức vụ; tối đa 30.");
        foreach (var signer in text.Signers)
        {
            foreach (var line in signer.Title.Split('\n'))
                errors.Line("signers", line, MaxLine, "Chức vụ người ký", needed: true);
            errors.Line("signers", signer.Name, MaxLine, "Họ tên người ký", needed: false);
        }
        return errors.Refusal is { } refusal ? refusal : text;
    }
}

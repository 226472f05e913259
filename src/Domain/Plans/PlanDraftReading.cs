using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Plans;

/// <summary>Use cases that read drafts: for others than Sở Nội vụ they are not there.</summary>
public sealed class PlanDraftReading(IPlanDrafts drafts, IAgencyRegister register)
{
    /// <summary>The drafts, the latest begun first; none for those who may not see them.</summary>
    public async Task<IReadOnlyList<PlanDraft>> All(Actor actor, CancellationToken cancel) =>
        actor.May(Operation.ManagePlans) ? await drafts.All(cancel) : [];

    /// <summary>One draft, read.</summary>
    public async Task<Result<PlanDraftView>> Find(Actor actor, Guid id, CancellationToken cancel) =>
        actor.May(Operation.ManagePlans) && await drafts.Find(id, cancel) is { } draft ? await ViewOf(draft, cancel) : PlanReading.UnknownPlan;

    /// <summary>A draft as it reads.</summary>
    internal async Task<PlanDraftView> ViewOf(PlanDraft draft, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var matcher = new AgencyMatcher(agencies.Values, draft.NamesOn);
        var rows = draft.Rows.Select((row, index) => Read(row, index + 1, draft.Time, draft.NamesOn, matcher, agencies)).ToList();
        return new(draft, agencies[draft.Head.IssuerAgencyId].RefOn(draft.NamesOn), rows, [.. Missing(draft, rows)]);
    }

    /// <summary>A row as it reads.</summary>
    internal static DraftRowView Read(
        DraftRow row, int order, PlanTime time, DateOnly namesOn, AgencyMatcher matcher, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var quantity = QuantityParser.Parse(row.ReadAs ?? row.QuantityWording, time);
        var due = row.DueOn is { } chosen
            ? time.Holds(chosen) ? new(chosen, null) : new DueReading(null, $"{chosen:dd/MM/yyyy} nằm ngoài thời gian của kế hoạch.")
            : DuePhraseParser.Parse(row.Time, time);
        var match = matcher.Match(row.LeadWording);
        var lead = (row.LeadAgencyId ?? match.AgencyId) is { } id && agencies.TryGetValue(id, out var agency) ? agency.RefOn(namesOn) : null;
        List<string> open = [];
        if (!quantity.Understood)
            open.Add($"Số lượng: Chưa hiểu “{quantity.Unread}”. {quantity.Why}");
        if (quantity.Targets.FirstOrDefault(t => t.Set is { } set && AgencyMatcher.GroupOf(set) is null) is { } unknown)
            open.Add($"Số lượng: Chưa rõ “{unknown.Set}” là nhóm cơ quan nào. Ghi cách hiểu, ví dụ 100% UBND quận, huyện.");
        if (lead is null)
            open.Add(row.LeadWording.Length == 0 ? "Chủ trì: chưa có." : match.Candidates.Count > 0
                ? $"Chủ trì: có {match.Candidates.Count} cơ quan tên “{row.LeadWording}”." : $"Chủ trì: không có cơ quan tên “{row.LeadWording}”.");
        if (due.On is null)
            open.Add($"Thời hạn: {due.Why}");
        return new(row, order, quantity, due, lead, row.LeadAgencyId is null ? match.Candidates : [], matcher.Supporting(row.SupportingWording), open);
    }

    private static IEnumerable<string> Missing(PlanDraft draft, List<DraftRowView> rows)
    {
        if (draft.Head.Number is null)
            yield return "Chưa có số, ký hiệu.";
        if (draft.Head.IssuedOn is null)
            yield return "Chưa có ngày ban hành.";
        if (rows.Count == 0)
            yield return "Chưa có dòng nào trong bảng hoạt động.";
        if (rows.Where(r => r.ToDecide.Count > 0).Select(r => r.Order).ToList() is { Count: > 0 } open)
            yield return $"Còn {open.Count} dòng cần quyết định: {string.Join(", ", open.Take(20))}{(open.Count > 20 ? "…" : "")}.";
    }
}

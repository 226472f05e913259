using PlanTracker.Domain;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Progress;

/// <summary>A supporting agency and what it contributed, in words.</summary>
internal sealed record ContributionBody(Guid AgencyId, string? Share = null);

/// <summary>Money spent from a source, whole đồng.</summary>
internal sealed record SpendingBody(FundingSource Source, long Amount);

/// <summary>What may be sent of an entry. Agency, state and creator are not among it.</summary>
/// <param name="TargetId">The target it counts for.</param>
/// <param name="Date">Day of performance.</param>
/// <param name="Quantity">How much; negative only in an adjusting entry.</param>
/// <param name="Title">Tên hoạt động, sản phẩm.</param>
/// <param name="Place">Địa điểm.</param>
/// <param name="Mode">Hình thức tổ chức.</param>
/// <param name="PeopleReached">Số người.</param>
/// <param name="Attendances">Lượt.</param>
/// <param name="CadenceSlot">Which one it is: tuần 5, số 12.</param>
/// <param name="Supporting">Supporting agencies.</param>
/// <param name="Spent">Money spent, by source.</param>
/// <param name="Themes">Themes of the plan, by number.</param>
/// <param name="Form">Form of the plan, by number.</param>
/// <param name="Channel">Channel code.</param>
/// <param name="Note">Ghi chú.</param>
/// <param name="NoEvidenceReason">Why there is no evidence.</param>
/// <param name="MemberId">Of a percentage: the agency of the group it counts for.</param>
/// <param name="CorrectsEntryId">The confirmed entry that this one corrects.</param>
/// <param name="CorrectionReason">Why it is corrected.</param>
internal sealed record EntryBody(
    Guid TargetId, DateOnly Date, decimal Quantity, string Title, string? Place = null, DeliveryMode? Mode = null, int? PeopleReached = null,
    int? Attendances = null, string? CadenceSlot = null, IReadOnlyList<ContributionBody>? Supporting = null,
    IReadOnlyList<SpendingBody>? Spent = null, IReadOnlyList<int>? Themes = null, int? Form = null, string? Channel = null, string? Note = null,
    string? NoEvidenceReason = null, Guid? MemberId = null, Guid? CorrectsEntryId = null, string? CorrectionReason = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<EntryContent> ToContent()
    {
        // Annotations of a list's items are not looked at by the reader of JSON.
        if (Supporting?.Any(s => s is null) == true)
            return Refusal.Invalid("supporting", "Danh sách có phần tử null.");
        return Spent?.Any(s => s is null) == true ? Refusal.Invalid("spent", "Danh sách có phần tử null.") : Content();
    }

    private EntryContent Content() => new()
    {
        TargetId = TargetId,
        MemberId = MemberId,
        Date = Date,
        Quantity = Quantity,
        Title = Title,
        Place = Place,
        Mode = Mode,
        PeopleReached = PeopleReached,
        Attendances = Attendances,
        CadenceSlot = CadenceSlot,
        Supporting = [.. (Supporting ?? []).Select(s => new Contribution(s.AgencyId, s.Share))],
        Spent = [.. (Spent ?? []).Select(s => new Spending(s.Source, s.Amount))],
        Themes = Themes ?? [],
        Form = Form,
        Channel = Channel,
        Note = Note,
        NoEvidenceReason = NoEvidenceReason,
        CorrectsEntryId = CorrectsEntryId,
        CorrectionReason = CorrectionReason,
    };
}

/// <summary>Why an entry is returned, and the fields to mend.</summary>
internal sealed record ReturnBody(string Reason, IReadOnlyList<string>? Fields = null);

/// <summary>Why an entry is withdrawn.</summary>
internal sealed record WithdrawBody(string Reason);

/// <summary>An entry to confirm, and the version that was read.</summary>
internal sealed record ConfirmItemBody(Guid Id, string Etag);

/// <summary>Entries to confirm, each for itself.</summary>
internal sealed record ConfirmManyBody(IReadOnlyList<ConfirmItemBody> Items)
{
    private const int Most = 200;

    /// <summary>Ids and versions; refused when empty, too many or repeated.</summary>
    public Result<IReadOnlyList<(Guid Id, ExpectedVersion Version)>> ToItems()
    {
        if (Items.Count is 0 or > Most || Items.Any(i => i is null))
            return Refusal.Invalid("items", "Cần từ 1 đến 200 kết quả.");
        if (Items.DistinctBy(i => i.Id).Count() < Items.Count)
            return Refusal.Invalid("items", "Một kết quả được ghi hai lần.");
        return Items.Select(i => (i.Id, Hosting.Etags.Read(i.Etag))).ToList();
    }
}

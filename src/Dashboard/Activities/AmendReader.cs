using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Activities;

namespace PlanTracker.Dashboard.Activities;

/// <summary>From typed text to an amendment: what cannot be read is named, all at once.</summary>
internal static class AmendReader
{
    /// <summary>Rows for milestones that an empty form has.</summary>
    public const int Milestones = 8;

    public static Result<NewTargetVersion> Version(TypedText typed)
    {
        var value = typed["value"] is null && typed["unit"] is null ? null : typed.Number("value", "chỉ tiêu mới");
        var effectiveOn = typed.Day("effectiveOn", "ngày hiệu lực");
        var document = Document(typed);
        return typed.Or(new NewTargetVersion(
            value, typed["unit"] ?? "", effectiveOn, document, typed["reason"] ?? "", typed["confirmBelowDone"] is not null));
    }

    public static Result<Phasing> Phasing(TypedText typed)
    {
        var rows = Enumerable.Range(0, Milestones).Where(i => typed[$"on{i}"] is not null || typed[$"amount{i}"] is not null).ToList();
        var milestones = rows.Select(i => new Milestone(typed.Day($"on{i}", "ngày của mốc"), typed.Number($"amount{i}", "số lũy kế của mốc") ?? 0)).ToList();
        return typed.Or(new Phasing(milestones, typed["reason"] ?? ""));
    }

    public static Result<NewDueDate> DueDate(TypedText typed)
    {
        var dueOn = typed.Day("dueOn", "thời hạn");
        return typed.Or(new NewDueDate(dueOn, typed["reason"] ?? ""));
    }

    public static Result<ActivityStop> Stop(TypedText typed)
    {
        var on = typed.Day("on", "ngày dừng");
        var document = Document(typed);
        return typed.Or(new ActivityStop(on, document, typed["reason"] ?? ""));
    }

    private static DocumentRef Document(TypedText typed) => new(typed["document-number"] ?? "", typed.Day("document-date", "ngày của văn bản"));
}

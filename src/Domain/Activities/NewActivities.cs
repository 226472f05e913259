using System.Globalization;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Activities;

/// <summary>Makes rows and targets that were not in the plan when it was issued.</summary>
internal static class NewActivities
{
    public static NewActivity Clean(NewActivity activity) => activity with
    {
        Document = activity.Document with { Number = VietnameseText.Clean(activity.Document.Number) ?? "" },
        Reason = VietnameseText.Clean(activity.Reason) ?? "",
        Title = VietnameseText.Clean(activity.Title) ?? "",
        ShortTitle = VietnameseText.Clean(activity.ShortTitle),
        QuantityWording = VietnameseText.Clean(activity.QuantityWording) ?? "",
        SupportingWording = VietnameseText.Clean(activity.SupportingWording) ?? "",
        Time = VietnameseText.Clean(activity.Time) ?? "",
        Targets = [.. activity.Targets.Select(t => t with { Unit = VietnameseText.Clean(t.Unit) ?? "", Part = VietnameseText.Clean(t.Part) })],
    };

    /// <summary>The next row of the plan.</summary>
    public static Activity Make(Plan plan, NewActivity asked)
    {
        var id = Guid.CreateVersion7();
        var order = plan.Activities.Select(a => a.Order).DefaultIfEmpty().Max() + 1;
        return new Activity
        {
            Id = id,
            PlanId = plan.Id,
            Order = order,
            Title = asked.Title,
            ShortTitle = asked.ShortTitle ?? asked.Title,
            QuantityWording = asked.QuantityWording,
            DeliveryModeAsked = asked.DeliveryModeAsked,
            LeadAgencyId = asked.LeadAgencyId,
            SupportingWording = asked.SupportingWording,
            Supporting = asked.Supporting.Count > 0 ? [.. asked.Supporting] : asked.SupportingWording.Length == 0 ? [] : [new SupportingParty(null, null, asked.SupportingWording)],
            Time = asked.Time,
            DueOn = asked.DueOn ?? plan.To,
            AddedOn = asked.On,
            Targets = [.. asked.Targets.Select((t, place) => Target(id, order, place, asked, t))],
            SearchText = VietnameseText.Fold($"{asked.Title} {asked.ShortTitle}"),
        };
    }

    /// <summary>The target of another unit that stands in a closed one's place.</summary>
    public static Target Successor(Activity activity, Target closed, NewTargetVersion version, string by, DateTime at) => new()
    {
        ActivityId = activity.Id,
        Order = activity.Targets.Max(t => t.Order) + 1,
        Label = Label(activity.Order, activity.Targets.Max(t => t.Order) + 1),
        Part = closed.Part,
        Kind = version.Value is null ? TargetKind.Ongoing : TargetKind.Count,
        Unit = version.Unit,
        Comparison = closed.Comparison,
        OpenedOn = version.EffectiveOn,
        Versions = [new TargetVersion(0, version.Value, version.EffectiveOn, version.Document, version.Reason, by, at)],
    };

    private static Target Target(Guid activityId, int order, int place, NewActivity asked, NewTarget target) => new()
    {
        ActivityId = activityId,
        Order = place,
        Label = asked.Targets.Count == 1 ? order.ToString(CultureInfo.InvariantCulture) : Label(order, place),
        Part = target.Part,
        Kind = target.Kind,
        Unit = target.Kind is TargetKind.Percentage ? "%" : target.Unit,
        Comparison = target.Comparison,
        Cadence = target.Cadence,
        Members = target.Kind is TargetKind.Percentage ? target.Members : null,
        Versions = [new TargetVersion(0, target.Value, asked.On, asked.Document, asked.Reason)],
    };

    private static string Label(int order, int place) => order.ToString(CultureInfo.InvariantCulture) + (char)('a' + place);
}

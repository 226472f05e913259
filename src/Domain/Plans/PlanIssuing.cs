using PlanTracker.Domain.Activities;

namespace PlanTracker.Domain.Plans;

/// <summary>Makes the issued plan of a draft in which everything is decided.</summary>
internal static class PlanIssuing
{
    private const int ShortTitleLength = 60;

    /// <summary>The plan; one made from the plan before goes on with its text, its tasks and what evidence is asked.</summary>
    public static Plan PlanOf(PlanDraftView view, NextYearText? last = null)
    {
        var (id, head) = (view.Draft.Id, view.Draft.Head);
        var document = new DocumentRef(head.Number!, head.IssuedOn!.Value);
        return new()
        {
            Id = id,
            Number = document.Number,
            Title = head.Title,
            IssuerAgencyId = head.IssuerAgencyId,
            IssuedOn = document.Date,
            Year = head.Year,
            From = head.From,
            To = head.To,
            Status = PlanStatus.Issued,
            ParentPlanId = head.ParentPlanId,
            FollowsPlanId = view.Draft.FollowsPlanId,
            LeftMoney = [.. view.Draft.LeftMoney],
            Text = last?.Text ?? new(),
            Activities = [.. view.Rows.Select(row => ActivityOf(id, row, head.From, document, last?.EvidenceAsked(row.Row.FollowsActivityId) ?? []))],
            Tasks = [.. last?.Tasks(id) ?? []],
            SearchText = VietnameseText.Fold($"{document.Number} {head.Title}"),
        };
    }

    private static Activity ActivityOf(Guid planId, DraftRowView view, DateOnly from, DocumentRef document, List<Progress.EvidencePurpose> evidence)
    {
        var row = view.Row;
        var shortTitle = row.ShortTitle ?? Short(row.Title);
        return new()
        {
            Id = row.Id,
            PlanId = planId,
            FollowsActivityId = row.FollowsActivityId,
            EvidenceAsked = evidence,
            Order = view.Order,
            Title = row.Title,
            ShortTitle = shortTitle,
            QuantityWording = row.QuantityWording,
            DeliveryModeAsked = row.DeliveryModeAsked,
            LeadAgencyId = view.Lead!.Id,
            SupportingWording = row.SupportingWording,
            Supporting = [.. view.Supporting],
            Time = row.Time,
            DueOn = view.Due.On!.Value,
            Targets = [.. view.Quantity.Targets.Select((target, order) =>
                TargetOf(row.Id, order, Label(view.Order, order, view.Quantity.Targets.Count), target, from, document))],
            SearchText = VietnameseText.Fold($"{row.Title} {shortTitle}"),
        };
    }

    private static Target TargetOf(Guid activityId, int order, string label, ParsedTarget parsed, DateOnly from, DocumentRef document) => new()
    {
        ActivityId = activityId,
        Order = order,
        Label = label,
        Part = parsed.Part,
        Kind = parsed.Kind,
        Unit = parsed.Unit,
        AllowsDecimals = parsed.Value is { } value && !decimal.IsInteger(value),
        Comparison = parsed.Comparison,
        Cadence = parsed.Cadence,
        Members = parsed.Set is { } set ? AgencyMatcher.GroupOf(set) : null,
        Versions = [new(0, parsed.Value, from, document, null)],
    };

    // 13a, 13b; a row with one target has its own number.
    private static string Label(int row, int order, int count) => count == 1 ? $"{row}" : $"{row}{(char)('a' + order)}";

    /// <summary>The beginning of a wording, for screens.</summary>
    public static string Short(string title)
    {
        var line = title.ReplaceLineEndings(" ");
        if (line.Length <= ShortTitleLength)
            return line;
        var end = line.LastIndexOf(' ', ShortTitleLength - 1);
        return line[..(end > 0 ? end : ShortTitleLength - 1)].TrimEnd(',', ';', ' ') + "…";
    }
}

using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.TestKit;

/// <summary>Things of the domain with everything filled in that a test does not care about.</summary>
public static class Given
{
    public static readonly DateTime Noon = new(2024, 9, 10, 5, 0, 0, DateTimeKind.Utc);

    public static Agency Agency(string name = "Sở Nội vụ", AgencyLevel level = AgencyLevel.Department) => new()
    {
        Level = level,
        Kind = "sở",
        Groups = [AgencyGroup.Department],
        Names = [new AgencyName(name, name, null)],
        SearchText = VietnameseText.Fold(name),
    };

    /// <summary>A plan of one activity with one target of twelve, led by the agency.</summary>
    public static Plan Plan(Guid leadId, decimal value = 12, int year = 2024, string number = "1/KH-UBND")
    {
        var planId = Guid.CreateVersion7();
        return new Plan
        {
            Id = planId,
            Number = number,
            Title = "Kế hoạch thử",
            IssuerAgencyId = leadId,
            IssuedOn = new DateOnly(year - 1, 12, 14),
            Year = year,
            From = new DateOnly(year, 1, 1),
            To = new DateOnly(year, 12, 31),
            Text = new PlanText { Preamble = "Thực hiện", Themes = [new PlanItem(1, "Nội dung", "Nội dung")] },
            Activities = [Activity(planId, leadId, value)],
            Tasks = [new PlanTask { PlanId = planId, Order = 1, Number = "VI.1", Heading = "Sở Nội vụ", Text = "Theo dõi" }],
            SearchText = VietnameseText.Fold($"{number} Kế hoạch thử"),
        };
    }

    public static Activity Activity(Guid planId, Guid leadId, decimal? value = 12, int order = 1)
    {
        var id = Guid.CreateVersion7();
        return new Activity
        {
            Id = id,
            PlanId = planId,
            Order = order,
            Title = "Chuyên mục trên Đài",
            ShortTitle = "Chuyên mục",
            QuantityWording = "12 số",
            LeadAgencyId = leadId,
            SupportingWording = "các cơ quan có liên quan",
            Supporting = [new SupportingParty(null, null, "các cơ quan có liên quan")],
            Time = "Trong năm",
            DueOn = new DateOnly(2024, 12, 31),
            Targets =
            [
                new Target
                {
                    ActivityId = id,
                    Order = 0,
                    Label = order.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    Kind = value is null ? TargetKind.Ongoing : TargetKind.Count,
                    Unit = "số",
                    Versions = [new TargetVersion(0, value, new DateOnly(2024, 1, 1), null, null)],
                },
            ],
        };
    }

    /// <summary>An entry of the plan's first target; the state alone, without the steps that lead there.</summary>
    public static ProgressEntry Entry(
        Plan plan, decimal quantity = 1, EntryStatus status = EntryStatus.Confirmed, string date = "2024-03-01", string title = "Chuyên mục số 01",
        DeliveryMode? mode = null, int evidence = 0, Guid? agencyId = null, Guid? onBehalfBy = null, Guid? corrects = null)
    {
        var activity = plan.Activities[0];
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new ProgressEntry
        {
            PlanId = plan.Id,
            ActivityId = activity.Id,
            AgencyId = agencyId ?? activity.LeadAgencyId,
            OnBehalfByAgencyId = onBehalfBy,
            CreatedById = Guid.CreateVersion7(),
            CreatedByName = "Đỗ Hoàng Nam",
            CreatedAt = Noon,
            Content = new EntryContent
            {
                TargetId = activity.Targets[0].Id,
                Date = day,
                Quantity = quantity,
                Title = title,
                Mode = mode,
                CorrectsEntryId = corrects,
            },
            CountedOn = day,
            Status = status,
            Evidence = [.. Enumerable.Range(1, evidence).Select(Document)],
            SearchText = VietnameseText.Fold(title),
        };
    }

    public static Evidence Document(int number) =>
        new() { Kind = EvidenceKind.Document, Number = $"{number}/BC-SNV", Date = new DateOnly(2024, 3, 2) };

    public static Actor Actor(Role role, Guid? agencyId = null) => new(
        Guid.CreateVersion7(), "nguoi.dung", "Người Dùng", new HashSet<Role> { role },
        agencyId is { } id ? new AgencyRef(id, "Cơ quan", "Cơ quan") : null, Door.Page);

    public static Change Change(Actor actor, ProgressEntry entry, string what = "log") => new()
    {
        At = Noon,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        Door = actor.Door,
        Entity = "entry",
        EntityId = entry.Id,
        What = what,
    };
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Storage.Seed;

/// <summary>Plans and the reporting calendar.</summary>
internal static class SeedPlans
{
    /// <summary>The plan of a file, loaded if it is not there yet.</summary>
    public static async Task<Plan> Load(
        PlanDb db, SeedIds ids, string fileName, SeedAgencies agencies, bool isSample, CancellationToken cancel)
    {
        var json = SeedFiles.Read<JsonElement>(fileName);
        var file = json.Deserialize<PlanFile>(SeedFiles.Options)!;
        var there = await db.Plans.Include(p => p.Activities).ThenInclude(a => a.Targets).AsSplitQuery()
            .FirstOrDefaultAsync(p => p.SeedKey == file.Key, cancel);
        if (there is not null)
            return there;
        var planId = ids.Next();
        var plan = new Plan
        {
            Id = planId,
            SeedKey = file.Key,
            Number = file.Number,
            Title = file.Title,
            IssuerAgencyId = agencies[file.Issuer].Id,
            IssuedOn = file.IssuedOn,
            Year = file.Year,
            From = file.From,
            To = file.To,
            Status = PlanStatus.Issued,
            IsSample = isSample,
            Text = json.Deserialize<PlanText>(SeedFiles.Options)!,
            Activities = [.. file.Activities.Select(a => ActivityOf(planId, file, a, agencies, ids))],
            Tasks = [.. file.Tasks.Select(t => TaskOf(planId, t, agencies, ids))],
            SearchText = VietnameseText.Fold($"{file.Number} {file.Title}"),
        };
        db.Plans.Add(plan);
        return plan;
    }

    /// <summary>The CCHC calendar, for a plan that has none of its periods yet.</summary>
    public static async Task LoadCalendar(PlanDb db, SeedIds ids, Plan plan, CancellationToken cancel)
    {
        var file = SeedFiles.Read<CalendarFile>("calendar-cchc.json");
        var known = await db.Periods.Where(p => p.PlanId == plan.Id && p.Regime == file.Regime).Select(p => p.Code).ToListAsync(cancel);
        db.Periods.AddRange(file.Periods.Where(p => !known.Contains(p.Code)).Select(p => new ReportingPeriod
        {
            Id = ids.Next(),
            PlanId = plan.Id,
            Regime = file.Regime,
            Code = p.Code,
            Name = p.Name,
            From = p.From,
            To = p.To,
            Kind = p.Kind,
            DueDates = [.. p.DueDates.Select(d => new PeriodDueDate(d.Key, d.Value))],
        }));
    }

    private static Activity ActivityOf(Guid planId, PlanFile plan, ActivityRow row, SeedAgencies agencies, SeedIds ids)
    {
        var id = ids.Next();
        return new Activity
        {
            Id = id,
            PlanId = planId,
            Order = row.Order,
            Title = row.Title,
            ShortTitle = row.ShortTitle,
            QuantityWording = row.QuantityWording,
            DeliveryModeAsked = row.DeliveryModeAsked,
            LeadAgencyId = agencies[row.Lead].Id,
            SupportingWording = row.SupportingWording,
            Supporting = [.. row.Supporting.Select(p => PartyOf(p, agencies))],
            Time = row.Time,
            DueOn = row.DueOn ?? plan.To,
            CancelledOn = row.Cancelled?.On,
            CancelledReason = row.Cancelled?.Reason,
            EvidenceAsked = row.EvidenceAsked ?? [],
            Targets = [.. row.Targets.Select((t, order) => TargetOf(id, plan, t, order, ids))],
            SearchText = VietnameseText.Fold($"{row.Title} {row.ShortTitle}"),
        };
    }

    private static Target TargetOf(Guid activityId, PlanFile plan, TargetRow row, int order, SeedIds ids) => new()
    {
        Id = ids.Next(),
        ActivityId = activityId,
        Order = order,
        Label = row.Label,
        Part = row.Part,
        Kind = row.Kind,
        Unit = row.Unit ?? "",
        Comparison = row.Comparison,
        Cadence = row.Cadence,
        Versions = [new TargetVersion(0, row.Value, plan.From, new DocumentRef(plan.Number, plan.IssuedOn), null)],
    };

    private static PlanTask TaskOf(Guid planId, TaskRow row, SeedAgencies agencies, SeedIds ids) => new()
    {
        Id = ids.Next(),
        PlanId = planId,
        Order = row.Order,
        Number = row.Number,
        Heading = row.Heading,
        Text = row.Text,
        Parties = [.. row.Agencies.Select(p => PartyOf(p, agencies))],
    };

    private static SupportingParty PartyOf(PartyRow row, SeedAgencies agencies) => row switch
    {
        { Agency: { } key } => new(agencies[key].Id, null, row.Wording ?? agencies[key].Names[0].Name),
        { Group: { } group } => new(null, group, row.Wording ?? agencies.NameOf(group)),
        _ => new(null, null, row.Wording ?? row.Text!),
    };
}

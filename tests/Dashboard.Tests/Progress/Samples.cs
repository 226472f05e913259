using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using PlanTracker.Dashboard.Progress;
using PlanTracker.Domain;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Tests.Progress;

/// <summary>A small plan and its forms.</summary>
internal static class Samples
{
    public static readonly DateOnly Today = new(2024, 9, 10);
    public static readonly AgencyRef Lead = new(Guid.CreateVersion7(), "Sở Văn hóa, Thể thao và Du lịch", "Sở VH, TT và DL");
    public static readonly AgencyRef Other = new(Guid.CreateVersion7(), "Báo Cần Thơ", "Báo Cần Thơ");

    private static readonly Guid PlanId = Guid.CreateVersion7();
    private static readonly Guid ActivityId = Guid.CreateVersion7();

    public static readonly Target Made = NewTarget("13a", "Sáng tác", "tranh");
    public static readonly Target Issued = NewTarget("13b", "Phát hành", "tờ");

    public static Plan Plan { get; } = new()
    {
        Id = PlanId,
        Number = "246/KH-UBND",
        Title = "Kế hoạch",
        IssuerAgencyId = Lead.Id,
        IssuedOn = new(2023, 12, 20),
        Year = 2024,
        From = new(2024, 1, 1),
        To = new(2024, 12, 31),
        Text = new() { Themes = [new(1, "Nội dung một", "Một cửa"), new(2, "Nội dung hai", "Chuyển đổi số")], Forms = [new(3, "Hình thức", "Trực quan")] },
    };

    public static ActivityProgress Activity { get; } = new(
        new()
        {
            Id = ActivityId,
            PlanId = PlanId,
            Order = 13,
            Title = "Sáng tác và phát hành tranh cổ động",
            ShortTitle = "Tranh cổ động",
            QuantityWording = "02 tranh, 4.000 tờ",
            LeadAgencyId = Lead.Id,
            SupportingWording = "",
            Time = "Năm 2024",
            DueOn = new(2024, 12, 31),
            DeliveryModeAsked = true,
            Targets = [Made, Issued],
        },
        Lead, [], [Progress(Made, 2), Progress(Issued, 4000)], null, ProgressStatus.Behind, Today);

    public static EntryInput Form(params (string Name, string Value)[] fields) => EntryInput.From(
        new FormCollection(fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)]))));

    /// <summary>A form with everything a draft needs; later fields replace earlier ones.</summary>
    public static EntryInput Complete(params (string Name, string Value)[] changes)
    {
        (string Name, string Value)[] complete =
            [("targetId", Issued.Id.ToString()), ("quantity", "1.000"), ("date", "06/09/2024"), ("title", "Phát hành đợt 1")];
        return Form([.. complete.Where(c => !changes.Any(n => n.Name == c.Name)), .. changes]);
    }

    public static EntryView View(EntryStatus status, params Evidence[] evidence) => new(
        new()
        {
            PlanId = PlanId,
            ActivityId = ActivityId,
            AgencyId = Lead.Id,
            CreatedById = Guid.CreateVersion7(),
            CreatedByName = "Nguyễn Văn Hòa",
            CreatedAt = new(2024, 9, 6, 3, 0, 0, DateTimeKind.Utc),
            Content = new() { TargetId = Issued.Id, Date = new(2024, 9, 6), Quantity = 1000, Title = "Phát hành <b>đợt 1</b>", Themes = [2] },
            CountedOn = new(2024, 9, 6),
            Status = status,
            Evidence = [.. evidence],
            Steps = status is EntryStatus.Returned
                ? [new(EntryStepKind.Return, new(2024, 9, 7, 3, 0, 0, DateTimeKind.Utc), Guid.Empty, "Trần Thị Mai", "Thiếu biên bản bàn giao", ["evidence"])]
                : [],
        },
        new(ActivityId, PlanId, 13, "Sáng tác và phát hành tranh cổ động", "Tranh cổ động"), new(Issued.Id, "13b", "Phát hành", "tờ"), Lead, [],
        new HashSet<EntryVerb>());

    public static void Services(IServiceCollection services) =>
        services.AddSingleton<IEvidenceFiles, NoFiles>().AddScoped<NavigationManager, Place>().AddScoped<AntiforgeryStateProvider, NoToken>();

    private static Target NewTarget(string label, string part, string unit) => new()
    {
        ActivityId = ActivityId,
        Order = 0,
        Label = label,
        Part = part,
        Kind = TargetKind.Count,
        Unit = unit,
    };

    private static TargetProgress Progress(Target target, decimal value) =>
        new(target, new(value, value, 0, 0, 0, 0, null, 0, value, null, ProgressStatus.Behind));

    private sealed class Place : NavigationManager
    {
        public Place() => Initialize("http://localhost/", "http://localhost/hoat-dong/13/cap-nhat");
    }

    private sealed class NoFiles : IEvidenceFiles
    {
        public long MaxBytes => 20 * 1024 * 1024;

        public Task<Result<EvidenceFile>> Keep(string? name, Stream content, CancellationToken cancel) => throw new NotSupportedException();

        public Stream? Open(string sha256) => null;

        public void LetGo(string sha256) => throw new NotSupportedException();
    }

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using PlanTracker.Domain;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Storage.Seed;

/// <summary>The start-up data as it lies in the program.</summary>
internal static class SeedFiles
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static T Read<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }

    public static string ReadText(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) => typeof(SeedFiles).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"{name} is not part of the program.");
}

internal sealed record AgencyFile(List<GroupRow> Groups, List<AgencyRow> Agencies, List<SuccessionRow> Successions);

internal sealed record SuccessionRow(
    string Key, SuccessionKind Kind, DateOnly EffectiveOn, List<string> From, List<HeirRow> To, DocumentRef Document);

internal sealed record HeirRow(string Agency, decimal Share);

internal sealed record GroupRow(AgencyGroup Group, string Name);

internal sealed record AgencyRow(
    string Key, AgencyLevel Level, string Kind, string? Parent, List<AgencyName> Names, DateOnly? ValidFrom, DateOnly? ValidTo,
    bool OwesReports, List<AgencyGroup> Groups);

internal sealed record PlanFile(
    string Key, string Number, string Title, string Issuer, DateOnly IssuedOn, int Year, DateOnly From, DateOnly To,
    List<ActivityRow> Activities, List<TaskRow> Tasks);

internal sealed record ActivityRow(
    int Order, string Title, string ShortTitle, string QuantityWording, bool DeliveryModeAsked, string Lead, string SupportingWording,
    List<PartyRow> Supporting, string Time, DateOnly? DueOn, CancelledRow? Cancelled, List<TargetRow> Targets,
    List<EvidencePurpose>? EvidenceAsked);

internal sealed record CancelledRow(DateOnly On, string Reason);

internal sealed record TargetRow(
    string Label, string? Part, decimal? Value, string? Unit, Cadence? Cadence, Comparison Comparison, TargetKind Kind);

internal sealed record PartyRow(string? Agency, AgencyGroup? Group, string? Text, string? Wording);

internal sealed record TaskRow(string Number, int Order, string Heading, string Text, List<PartyRow> Agencies);

internal sealed record CalendarFile(string Regime, List<PeriodRow> Periods);

internal sealed record PeriodRow(string Code, string Name, DateOnly From, DateOnly To, PeriodKind Kind, Dictionary<string, DateOnly> DueDates);

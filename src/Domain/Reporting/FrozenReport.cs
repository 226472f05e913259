using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>
/// A report as canonical JSON: members in the order of declaration, numbers with the digits they have, letters as they are. What was frozen
/// reads back as the same object and writes the same text again.
/// </summary>
public sealed record FrozenReport(
    FrozenPlan Plan, ReportWindow Period, DateOnly AsOf, ReportState State, IReadOnlyList<ReportRow> Rows, StatusCounts StatusCounts,
    Letterhead Letterhead, int Waiting, ReportTexts Texts, IReadOnlyList<LeadCounts> Leads, ReportScope? Scope, ReportAppendices? Content, string Issuer = "", string DrawnUpBy = "")
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The canonical text of a whole report.</summary>
    public static string Write(PlanReport report) => JsonSerializer.Serialize(Of(report, report.Content), Options);

    /// <summary>The report of a canonical text.</summary>
    public static PlanReport Read(string text)
    {
        var frozen = JsonSerializer.Deserialize<FrozenReport>(text, Options)!;
        return new(frozen.Plan.ToPlan(), frozen.Period, frozen.AsOf, frozen.State, frozen.Rows, frozen.StatusCounts, frozen.Letterhead, frozen.Waiting)
        {
            Texts = frozen.Texts,
            Leads = frozen.Leads,
            Scope = frozen.Scope,
            Content = frozen.Content ?? ReportAppendices.Empty,
            Issuer = frozen.Issuer,
            DrawnUpBy = frozen.DrawnUpBy,
        };
    }

    /// <summary>
    /// Tells two states of a report apart: every figure, name, text, the appendices and its state are in it. The events are not: what they add up
    /// to is in it already, and a year has tens of thousands.
    /// </summary>
    public static string TagOf(PlanReport report) =>
        Hash(JsonSerializer.SerializeToUtf8Bytes(Of(report, report.Content with { Events = null }), Options))[..32];

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    internal static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>SHA-256 of a text in UTF-8.</summary>
    internal static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    private static FrozenReport Of(PlanReport report, ReportAppendices? content) => new(
        FrozenPlan.Of(report.Plan), report.Period, report.AsOf, report.State, report.Rows, report.StatusCounts, report.Letterhead, report.Waiting,
        report.Texts, report.Leads, report.Scope, content, report.Issuer, report.DrawnUpBy);
}

/// <summary>What a report says of its plan.</summary>
public sealed record FrozenPlan(
    Guid Id, string Number, string Title, Guid IssuerAgencyId, DateOnly IssuedOn, int Year, DateOnly From, DateOnly To, bool IsSample,
    IReadOnlyList<Footnote> Footnotes)
{
    /// <summary>Of a plan.</summary>
    public static FrozenPlan Of(Plan plan) => new(
        plan.Id, plan.Number, plan.Title, plan.IssuerAgencyId, plan.IssuedOn, plan.Year, plan.From, plan.To, plan.IsSample, plan.Text.Footnotes);

    /// <summary>The plan as its report knows it: without its rows, which the report has its own of.</summary>
    public Plan ToPlan() => new()
    {
        Id = Id,
        Number = Number,
        Title = Title,
        IssuerAgencyId = IssuerAgencyId,
        IssuedOn = IssuedOn,
        Year = Year,
        From = From,
        To = To,
        IsSample = IsSample,
        Text = new PlanText { Footnotes = Footnotes },
    };
}

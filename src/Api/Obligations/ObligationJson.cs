using PlanTracker.Api.Agencies;
using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Api.Obligations;

/// <summary>The period of an obligation.</summary>
internal sealed record PeriodRefJson(Guid Id, string Code, string Name);

/// <summary>Who let an agency off, when and why.</summary>
internal sealed record WaiverJson(string By, DateTime At, string Reason);

/// <summary>One agency owes one thing for one period.</summary>
internal sealed record ObligationJson(
    Guid Id, Guid PlanId, PeriodRefJson Period, AgencyRefJson Agency, AgencyLevel Level, AgencyRefJson? District, AgencyRefJson Receiver, DutyKind Duty,
    string Title, DateOnly CutOff, DateOnly DueOn, ObligationState State, Timeliness? Timeliness, int DaysOverdue, DateTime? FirstSubmittedAt,
    DateTime? SubmittedAt, DateTime? CorrectedAt, DateTime? ReturnedAt, DateTime? AcceptedAt, bool NothingToReport, WaiverJson? Waiver,
    AgencyRefJson? TransferredTo, DateOnly? TransferredOn)
{
    /// <summary>Of a view.</summary>
    public static ObligationJson Of(ObligationView v)
    {
        var o = v.Obligation;
        return new(
            o.Id, o.PlanId, new(v.Period.Id, v.Period.Code, v.Period.Name), AgencyRefJson.Of(v.Agency), v.Level, v.District is { } d ? AgencyRefJson.Of(d) : null,
            AgencyRefJson.Of(v.Receiver), o.Duty, v.Title, o.CutOff, o.DueOn, v.State, v.Timeliness, v.DaysOverdue, o.FirstSubmittedAt, o.SubmittedAt,
            o.CorrectedAt, o.ReturnedAt, o.AcceptedAt, o.NothingToReport, o.Waiver is { } w ? new(w.By, w.At, w.Reason) : null,
            v.Heir is { } heir ? AgencyRefJson.Of(heir) : null, o.TransferredOn);
    }
}

/// <summary>Rates of a set of obligations.</summary>
internal sealed record RateJson(
    string Key, string Name, int Expected, int OnTime, int Late, int Missing, int NotYetDue, int NothingToReport, int Waived, int Transferred,
    decimal? OnTimePercent, int? Rank = null)
{
    /// <summary>Of a line.</summary>
    public static RateJson Of(RateLine line) => new(
        line.Key, line.Name, line.Expected, line.OnTime, line.Late, line.Missing, line.NotYetDue, line.NothingToReport, line.Waived, line.Transferred,
        line.OnTimePercent);
}

/// <summary>Rates of a period, in parts that add up to the total.</summary>
internal sealed record RatesJson(PeriodRefJson? Period, DateOnly AsOf, RateJson? Total, IReadOnlyList<RateJson> Items)
{
    /// <summary>Of rates, with places.</summary>
    public static RatesJson Of(PeriodRates rates)
    {
        var places = Ranking.Of([.. rates.Lines]).ToDictionary(r => r.Line.Key, r => r.Rank);
        return new(new(rates.Period.Id, rates.Period.Code, rates.Period.Name), rates.Today, RateJson.Of(rates.Total),
            [.. rates.Lines.Select(l => RateJson.Of(l) with { Rank = places[l.Key] })]);
    }
}

/// <summary>A reason.</summary>
/// <param name="Reason">Lý do.</param>
internal sealed record WaiveBody(string Reason)
{
    /// <summary>In the domain's words.</summary>
    public Result<string> ToReason() => Reason;
}

/// <summary>How many obligations were made or put right.</summary>
internal sealed record KeptJson(int Added, int Rerouted, int Transferred, int Dropped, int Resumed)
{
    /// <summary>Of counts.</summary>
    public static KeptJson Of(KeptObligations kept) => new(kept.Added, kept.Rerouted, kept.Transferred, kept.Dropped, kept.Resumed);
}

namespace PlanTracker.Domain.AgencyReports;

/// <summary>Kinds of hint.</summary>
public enum HintKind
{
    /// <summary>Ten times the period before, or more.</summary>
    TenTimes,
    /// <summary>People came, but nothing was held.</summary>
    PeopleWithoutEvents,
    /// <summary>Something was held, but nobody came.</summary>
    EventsWithoutPeople,
    /// <summary>The year's figure is less than it was.</summary>
    LessThanBefore,
    /// <summary>The typed figure is another than the results give, and no note says why.</summary>
    DiffersFromResults,
    /// <summary>Không phát sinh, but there are confirmed results.</summary>
    NothingDespiteResults,
}

/// <summary>Something to look at again. Hints never block.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Code">The indicator; null for the whole report.</param>
/// <param name="Message">For a person.</param>
public sealed record ReportHint(HintKind Kind, string? Code, string Message);

/// <summary>Whether figures look plausible: pure rules, which only ask to look again.</summary>
public static class ReportHints
{
    private const int Times = 10;

    /// <summary>The hints of a report.</summary>
    /// <param name="indicators">All indicators.</param>
    /// <param name="figures">The report's figures.</param>
    /// <param name="last">The same agency's last submitted report of a period before; null when there is none.</param>
    /// <param name="nothingToReport">Không phát sinh.</param>
    public static IReadOnlyList<ReportHint> Of(
        IReadOnlyList<Indicator> indicators, IReadOnlyList<ReportFigure> figures, LastReport? last, bool nothingToReport)
    {
        var byCode = figures.ToDictionary(f => f.Code);
        var hints = new List<ReportHint>();
        if (nothingToReport && figures.Any(f => f.Prefilled > 0))
            hints.Add(new(HintKind.NothingDespiteResults, null, "Chọn “Không phát sinh”, nhưng trong kỳ đơn vị có kết quả đã xác nhận hoặc tin, bài đã đăng."));
        foreach (var figure in figures)
        {
            var indicator = indicators.FirstOrDefault(i => i.Code == figure.Code);
            if (last is not null && Compared(figure, last) is { } hint)
                hints.Add(hint);
            if (indicator?.Terms.PeopleCode is { } code && byCode.TryGetValue(code, out var people))
                AddPeople(hints, figure, people);
            if (last?.Figures.FirstOrDefault(f => f.Code == figure.Code)?.YearToDate is { } before && figure.YearToDate < before
                && indicator?.Terms.OverTime is not OverTime.Latest && last.IsSameYear)
                hints.Add(new(HintKind.LessThanBefore, figure.Code,
                    $"{figure.Name}: lũy kế năm {Shown(figure.YearToDate.Value)} nhỏ hơn lũy kế đã báo cáo ở kỳ {last.Period} ({Shown(before)})."));
            if (figure is { Differs: true, Note: null } && !nothingToReport)
                hints.Add(new(HintKind.DiffersFromResults, figure.Code,
                    $"{figure.Name}: ghi {Shown(figure.Own!.Value)}, kết quả đã xác nhận, tin, bài đã đăng cho {Shown(figure.Prefilled!.Value)}. Có thể ghi chú lý do."));
        }
        return hints;
    }

    private static ReportHint? Compared(ReportFigure figure, LastReport last) =>
        last.Figures.FirstOrDefault(f => f.Code == figure.Code)?.Own is > 0 and var before && figure.Own >= before * Times
            ? new(HintKind.TenTimes, figure.Code, $"{figure.Name}: {Shown(figure.Own.Value)}, gấp từ mười lần kỳ {last.Period} ({Shown(before)}).") : null;

    private static void AddPeople(List<ReportHint> hints, ReportFigure events, ReportFigure people)
    {
        var (held, came) = (events.Own ?? 0, people.Own ?? 0);
        if (came > 0 && held == 0)
            hints.Add(new(HintKind.PeopleWithoutEvents, people.Code, $"{people.Name}: {Shown(came)}, nhưng chưa ghi {events.Name}."));
        else if (held > 0 && came == 0)
            hints.Add(new(HintKind.EventsWithoutPeople, people.Code, $"{events.Name}: {Shown(held)}, nhưng chưa ghi {people.Name}."));
    }

    private static string Shown(decimal number) => VietnameseNumber.Show(number);
}

/// <summary>The agency's last submitted report of a period before.</summary>
/// <param name="Period">Name of the period.</param>
/// <param name="IsSameYear">Whether it belongs to the same report year, so that its year's figure can be compared.</param>
/// <param name="Figures">Its figures.</param>
public sealed record LastReport(string Period, bool IsSameYear, IReadOnlyList<ReportFigure> Figures);

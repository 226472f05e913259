namespace PlanTracker.Domain.Reporting;

/// <summary>A figure of a target that can be opened.</summary>
public enum FigureKind
{
    /// <summary>Thực hiện trong kỳ.</summary>
    InPeriod,
    /// <summary>Lũy kế.</summary>
    ToDate,
    /// <summary>Chờ xác nhận.</summary>
    Pending,
    /// <summary>Chỉ tiêu đang áp dụng.</summary>
    Value,
    /// <summary>Cần có đến ngày này.</summary>
    Expected,
    /// <summary>Tỷ lệ.</summary>
    Percent,
    /// <summary>Còn lại.</summary>
    Remaining,
    /// <summary>Ước thực hiện cả năm.</summary>
    Forecast,
    /// <summary>Trạng thái.</summary>
    Status,
}

/// <summary>A figure with its formula in words and numbers.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">Its name on screen.</param>
/// <param name="Shown">As it is shown: "75,0%", "11.250", "Chậm tiến độ"; "-" where there is none.</param>
/// <param name="HasUnit">Whether the target's unit follows it.</param>
/// <param name="Formula">How it comes about, with the numbers put in.</param>
public sealed record ExplainedFigure(FigureKind Kind, string Name, string Shown, bool HasUnit, string Formula);

using BenchmarkDotNet.Attributes;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports;

namespace PlanTracker.Bench;

/// <summary>How long Phụ lục I takes: a plan as large as 246, and one a dozen times larger.</summary>
[MemoryDiagnoser]
public class WorkbookBench
{
    private readonly ReportWriter writer = new();
    private PlanReport report = null!;

    [Params(16, 200)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var plan = new Plan
        {
            Number = "246/KH-UBND",
            Title = "Công tác thông tin, tuyên truyền cải cách hành chính năm 2024",
            IssuerAgencyId = Guid.Empty,
            IssuedOn = new(2023, 12, 14),
            Year = 2024,
            From = new(2024, 1, 1),
            To = new(2024, 12, 31),
            Text = new PlanText(),
        };
        var window = new ReportWindow("2024-Q3", "Quý III", new(2024, 6, 15), new(2024, 9, 14), PeriodKind.Quarter);
        var rows = Enumerable.Range(1, Rows).Select(Row).ToList();
        report = new(plan, window, window.To, ReportState.Preview, rows, StatusCounts.Of(rows.Select(r => r.Figures.Status)), ReportWording.DefaultLetterhead, 0);
    }

    [Benchmark]
    public byte[] Workbook() => writer.Workbook(report);

    private static ReportRow Row(int order) => new(
        order, $"{order}", Guid.CreateVersion7(), Guid.CreateVersion7(),
        "Đặt hàng thực hiện Chương trình Gặp gỡ và Đối thoại về CCHC (truyền hình trực tiếp) trên Đài Phát thanh và Truyền hình thành phố",
        "Chương trình Gặp gỡ, Đối thoại", "52 số (01 số/tuần)", "số",
        new(52, 52, 0, order % 14, order % 53, 0, 37, order % 53 / 52m * 100, 52 - (order % 53), 52, (ProgressStatus)(order % 7)),
        "Sở Nội vụ", "Sở, ban, ngành thành phố; UBND quận, huyện; UBND xã, phường, thị trấn", "Trong năm 2024", order % 3 == 0,
        "Trực tiếp: 01; Trực tuyến: 02", order % 5, order % 5, "");
}

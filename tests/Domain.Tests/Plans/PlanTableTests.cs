using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Tests.Plans;

public sealed class PlanTableTests
{
    private static readonly PlanTime Year2024 = new(new(2024, 1, 1), new(2024, 12, 31));

    [Theory]
    [InlineData("TT", "Hình thức tuyên truyền", "Số lượng/ tần suất", "Cơ quan chủ trì (**)", "Cơ quan phối hợp", "Thời gian thực hiện")]
    [InlineData("STT", "NỘI DUNG, HOẠT ĐỘNG", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Hạn hoàn thành")]
    [InlineData("Số TT", "Nhiệm vụ", "SỐ LƯỢNG", "Chủ trì", "Phối hợp", "Tiến độ")]
    [InlineData("stt", "Nhiê\u0323m vu\u0323", "Khối lượng", "Đơn vị thực hiện", "Cơ quan phối hợp thực hiện", "Thời hạn")]
    public void Columns_are_known_by_words_without_marks_whatever_they_are_called(params string[] headings)
    {
        var content = PlanTableReader.Read([Table(headings, ["1", "Tọa đàm*", "03 cuộc", "Sở Nội vụ", "UBND quận, huyện", "Quý II"])], Year2024).Value!;

        var row = Assert.Single(content.Rows);
        Assert.Equal(("Tọa đàm", true, "03 cuộc", "Sở Nội vụ", "UBND quận, huyện", "Quý II"),
            (row.Title, row.DeliveryModeAsked, row.QuantityWording, row.LeadWording, row.SupportingWording, row.Time));
        Assert.Empty(content.Unused);
    }

    [Fact]
    public void Columns_in_another_order_and_headings_further_down_are_found()
    {
        var table = new ImportTable(["PHỤ LỤC", "", "", ""],
        [
            new(2, ["Chủ trì", "Kinh phí", "Nội dung", "Thời gian"]),
            new(3, ["(1)", "(2)", "(3)", "(4)"]),
            new(4, ["Sở Nội vụ", "10 triệu", "Tập huấn", "Tháng 9"]),
            new(5, ["Chủ trì", "Kinh phí", "Nội dung", "Thời gian"]),
            new(6, ["Sở Nội vụ", "", "Hội thi", "Tháng 10"]),
        ]);

        var content = PlanTableReader.Read([table], Year2024).Value!;

        Assert.Equal(["Tập huấn", "Hội thi"], content.Rows.Select(r => r.Title));
        Assert.Equal(["Kinh phí"], content.Unused);
    }

    [Fact]
    public void Of_several_tables_the_one_whose_headings_fit_best_is_taken()
    {
        var signature = Table(["Nơi nhận", "TM. ỦY BAN NHÂN DÂN"], ["- Như trên", "CHỦ TỊCH"]);
        var small = Table(["Nội dung", "Thời gian"], ["Họp", "Quý I"]);
        var plan = Table(["TT", "Nội dung", "Số lượng", "Chủ trì"], ["1", "Tọa đàm", "03 cuộc", "Sở Nội vụ"]);

        Assert.Equal("Tọa đàm", Assert.Single(PlanTableReader.Read([signature, small, plan], Year2024).Value!.Rows).Title);
    }

    [Fact]
    public void Headings_of_sections_are_no_activities_and_are_named()
    {
        var content = PlanTableReader.Read(
            [Table(["TT", "Nội dung", "Số lượng", "Chủ trì"], ["I", "Tuyên truyền trên báo", "", ""], ["1", "Trang Facebook", "", ""], ["2", "Tọa đàm", "03 cuộc", "Sở Nội vụ"])],
            Year2024).Value!;

        Assert.Equal(["Trang Facebook", "Tọa đàm"], content.Rows.Select(r => r.Title));
        Assert.Equal(["I Tuyên truyền trên báo"], content.Skipped);
    }

    [Fact]
    public void A_column_of_units_completes_the_quantity() =>
        Assert.Equal("15.000 tờ", PlanTableReader.Read(
            [Table(["TT", "Nội dung", "Số lượng", "ĐVT"], ["1", "Tờ gấp", "15.000", "tờ"])], Year2024).Value!.Rows[0].QuantityWording);

    [Theory]
    [InlineData("Họ tên", "Chức vụ", "Ghi chú")]
    [InlineData("TT", "Nội dung", "Ghi chú")]
    public void A_file_without_a_plan_s_table_is_refused(params string[] headings) =>
        Assert.Equal("plans.no-table", PlanTableReader.Read([Table(headings, ["1", "2", "3"])], Year2024).Refusal!.Code);

    [Fact]
    public void Agencies_are_matched_by_name_then_short_name_without_marks()
    {
        var (interior, culture) = (Named("Sở Nội vụ", "SNV"), Named("Sở Văn hóa, Thể thao và Du lịch", "Sở VH, TT và DL"));
        var (one, other) = (Named("UBND phường An Hòa", "An Hòa"), Named("UBND phường An Hòa", "An Hòa 2"));
        var matcher = new AgencyMatcher([interior, culture, one, other], new(2024, 1, 1));

        Assert.Equal(interior.Id, matcher.Match("SO NOI VU").AgencyId);
        Assert.Equal(culture.Id, matcher.Match("Sở VH, TT và DL").AgencyId);
        Assert.Null(matcher.Match("Sở Du lịch").AgencyId);
        Assert.Null(matcher.Match("Ủy ban nhân dân phường An Hoà").AgencyId);
        Assert.Equal(2, matcher.Match("Ủy ban nhân dân phường An Hoà").Candidates.Count);
    }

    [Fact]
    public void Supporting_wording_is_cut_into_agencies_groups_and_wording()
    {
        var (interior, culture) = (Named("Sở Nội vụ", "SNV"), Named("Sở Văn hóa, Thể thao và Du lịch", "Sở VHTTDL"));
        var matcher = new AgencyMatcher([interior, culture], new(2024, 1, 1));

        var parties = matcher.Supporting("Sở Văn hóa, Thể thao và Du lịch, sở, ban, ngành thành phố; Sở Nội vụ và các cơ quan, đơn vị có liên quan; UBND các quận, huyện");

        Assert.Equal(
            [
                new(culture.Id, null, "Sở Văn hóa, Thể thao và Du lịch"), new(null, AgencyGroup.Department, "sở, ban, ngành thành phố"),
                new(interior.Id, null, "Sở Nội vụ"), new(null, null, "các cơ quan, đơn vị có liên quan"), new(null, AgencyGroup.District, "UBND các quận, huyện"),
            ],
            parties);
    }

    internal static ImportTable Table(string[] headings, params string[][] rows) => new(headings, [.. rows.Select((r, i) => new ImportRow(i + 2, r))]);

    private static Agency Named(string name, string shortName) =>
        new() { Level = AgencyLevel.Department, Kind = "", Names = { new(name, shortName, null) } };
}

using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.History;

/// <summary>History in Vietnamese: deeds, things, doors and the codes that rows are written with.</summary>
public static class HistoryWords
{
    private static readonly Dictionary<string, string> Deeds = new()
    {
        ["entry.log"] = "Nhập kết quả",
        ["entry.edit"] = "Sửa kết quả",
        ["entry.submit"] = "Gửi xác nhận kết quả",
        ["entry.confirm"] = "Xác nhận kết quả",
        ["entry.return"] = "Trả lại kết quả",
        ["entry.withdraw"] = "Rút kết quả",
        ["entry.add-evidence"] = "Thêm minh chứng cho kết quả",
        ["entry.remove-evidence"] = "Bỏ minh chứng khỏi kết quả",

        ["activity.add"] = "Thêm hoạt động",
        ["activity.change-target"] = "Điều chỉnh chỉ tiêu của hoạt động",
        ["activity.phase"] = "Phân kỳ chỉ tiêu của hoạt động",
        ["activity.move-due-date"] = "Đổi thời hạn của hoạt động",
        ["activity.stop"] = "Dừng hoạt động",
        ["activity.resume"] = "Tiếp tục hoạt động",
        ["activity.move"] = "Chuyển cơ quan chủ trì hoạt động",

        ["plan.draft"] = "Tạo bản dự thảo kế hoạch",
        ["plan.edit"] = "Sửa phần đầu bản dự thảo kế hoạch",
        ["plan.add-row"] = "Thêm dòng vào bản dự thảo kế hoạch",
        ["plan.edit-row"] = "Sửa dòng của bản dự thảo kế hoạch",
        ["plan.remove-row"] = "Xóa dòng của bản dự thảo kế hoạch",
        ["plan.import"] = "Nhập bảng vào bản dự thảo kế hoạch",
        ["plan.issue"] = "Ban hành kế hoạch",
        ["plan.next-year"] = "Tạo bản dự thảo kế hoạch năm sau",
        ["plan.decide-money"] = "Quyết định kinh phí còn lại của năm trước",
        ["plan.discard"] = "Bỏ bản dự thảo kế hoạch",

        ["account.set-up"] = "Tạo quản trị đầu tiên",
        ["account.sign-in"] = "Đăng nhập",
        ["account.sign-out"] = "Đăng xuất",
        ["account.sign-in-failed"] = "Đăng nhập không thành công",
        ["account.token-made"] = "Tạo mã truy cập",
        ["account.token-revoked"] = "Thu hồi mã truy cập",
        ["account.password-changed"] = "Đổi mật khẩu",
        ["account.password-set-by-link"] = "Đặt mật khẩu bằng liên kết dùng một lần",
        ["account.second-factor-started"] = "Bắt đầu đăng ký xác thực hai bước",
        ["account.second-factor-on"] = "Bật xác thực hai bước",
        ["account.second-factor-off"] = "Tắt xác thực hai bước",
        ["account.recovery-codes-made"] = "Tạo mã khôi phục",
        ["account.create"] = "Tạo tài khoản",
        ["account.edit"] = "Sửa tài khoản",
        ["account.disable"] = "Ngừng sử dụng tài khoản",
        ["account.enable"] = "Cho sử dụng lại tài khoản",
        ["account.unlock"] = "Mở tạm khóa tài khoản",
        ["account.sign-out-everywhere"] = "Đăng xuất mọi nơi cho tài khoản",
        ["account.require-password-change"] = "Buộc đổi mật khẩu của tài khoản",
        ["account.reset-second-factor"] = "Gỡ xác thực hai bước của tài khoản",
        ["account.link"] = "Cấp liên kết dùng một lần cho tài khoản",
        ["account.move"] = "Chuyển tài khoản sang đơn vị tiếp nhận",

        ["agency.create"] = "Thêm đơn vị",
        ["agency.edit"] = "Sửa đơn vị",
        ["agency.delete"] = "Xóa đơn vị",
        ["agency.succession"] = "Sắp xếp đơn vị",
        ["agency.move"] = "Chuyển cấp trên của đơn vị",
        ["succession.record"] = "Ghi việc sắp xếp đơn vị",

        ["agency-report.draft"] = "Lập bản nháp báo cáo đơn vị",
        ["agency-report.edit"] = "Sửa báo cáo đơn vị",
        ["agency-report.submit"] = "Duyệt và gửi báo cáo đơn vị",
        ["agency-report.accept"] = "Tiếp nhận báo cáo đơn vị",
        ["agency-report.return"] = "Trả lại báo cáo đơn vị",
        ["indicator.add"] = "Thêm chỉ số báo cáo",
        ["indicator.edit"] = "Sửa chỉ số báo cáo",

        ["channel.create"] = "Thêm kênh",
        ["channel.edit"] = "Sửa kênh",
        ["news.draft"] = "Viết tin, bài",
        ["news.edit"] = "Sửa tin, bài",
        ["news.add-image"] = "Thêm ảnh cho tin, bài",
        ["news.caption"] = "Sửa chú thích ảnh",
        ["news.remove-image"] = "Bỏ ảnh của tin, bài",
        ["news.submit"] = "Duyệt và gửi tin, bài",
        ["news.select"] = "Chọn tin, bài",
        ["news.return"] = "Đề nghị sửa tin, bài",
        ["news.decline"] = "Không chọn tin, bài",
        ["news.desk-edit"] = "Biên tập tin, bài",
        ["news.plan"] = "Dự kiến đăng tin, bài",
        ["news.publish"] = "Ghi nhận đăng tin, bài",
        ["bulletin.begin"] = "Lập số bản tin",
        ["bulletin.compose"] = "Soạn số bản tin",
        ["bulletin.discard"] = "Bỏ số bản tin chưa phát hành",
        ["bulletin.publish"] = "Phát hành số bản tin",
        ["bulletin.record"] = "Ghi số bản tin thành kết quả thực hiện",
        ["news-settings.edit"] = "Đổi quy định của bàn biên tập",
        ["funding.record"] = "Ghi kinh phí của hoạt động",
        ["task.say"] = "Cập nhật nhiệm vụ",
        ["task.correct"] = "Sửa cập nhật nhiệm vụ",
        ["task.add-evidence"] = "Thêm minh chứng cho nhiệm vụ",
        ["task.remove-evidence"] = "Bỏ minh chứng của nhiệm vụ",
        ["preparation.ask"] = "Yêu cầu kế hoạch chi tiết, thống nhất nội dung",
        ["preparation.move-due-date"] = "Đổi hạn kế hoạch chi tiết, thống nhất nội dung",
        ["preparation.send"] = "Gửi xin ý kiến về nội dung",
        ["preparation.finish"] = "Ghi nhận kế hoạch chi tiết, nội dung đã thống nhất",
        ["preparation.oppose"] = "Ghi nhận chưa thống nhất nội dung",
        ["preparation.drop"] = "Thôi yêu cầu kế hoạch chi tiết, thống nhất nội dung",
        ["preparation.add-evidence"] = "Thêm tệp của kế hoạch chi tiết, thống nhất nội dung",
        ["preparation.remove-evidence"] = "Bỏ tệp của kế hoạch chi tiết, thống nhất nội dung",
        ["preparation.move"] = "Chuyển việc chuẩn bị cho cơ quan kế thừa",
        ["difficulty.raise"] = "Nêu khó khăn, vướng mắc",
        ["difficulty.edit"] = "Sửa khó khăn, vướng mắc",
        ["difficulty.answer"] = "Trả lời khó khăn, vướng mắc",
        ["difficulty.escalate"] = "Báo cáo UBND thành phố khó khăn, vướng mắc",
        ["difficulty.close"] = "Kết thúc khó khăn, vướng mắc",
        ["difficulty.move"] = "Chuyển khó khăn, vướng mắc cho cơ quan kế thừa",
        ["difficulty.add-evidence"] = "Thêm tài liệu của khó khăn, vướng mắc",
        ["difficulty.remove-evidence"] = "Bỏ tài liệu của khó khăn, vướng mắc",
        ["inspection.plan"] = "Lập kế hoạch kiểm tra",
        ["inspection.edit"] = "Sửa kế hoạch kiểm tra",
        ["inspection.record"] = "Ghi kết quả kiểm tra",
        ["inspection.cancel"] = "Bỏ cuộc kiểm tra",
        ["inspection.follow-up"] = "Báo cáo thực hiện kiến nghị kiểm tra",
        ["inspection.close"] = "Xác nhận kiến nghị kiểm tra đã thực hiện",
        ["inspection.move"] = "Chuyển cuộc kiểm tra cho cơ quan kế thừa",
        ["inspection.add-evidence"] = "Thêm tài liệu kiểm tra",
        ["inspection.remove-evidence"] = "Bỏ tài liệu kiểm tra",

        ["activity.count-units"] = "Quyết định tính kết quả của các đơn vị",
        ["unit-plan.draft"] = "Bắt đầu soạn kế hoạch đơn vị",
        ["unit-plan.edit"] = "Sửa kế hoạch đơn vị",
        ["unit-plan.issue"] = "Ghi số, ngày ban hành kế hoạch đơn vị",
        ["unit-plan.model"] = "Đặt hoặc bỏ kế hoạch mẫu",
        ["unit-plan.discard"] = "Bỏ bản đang soạn của kế hoạch đơn vị",
        ["unit-plan.add-row"] = "Thêm hoạt động vào kế hoạch đơn vị",
        ["unit-plan.edit-row"] = "Sửa hoạt động của kế hoạch đơn vị",
        ["unit-plan.remove-row"] = "Bỏ hoạt động khỏi kế hoạch đơn vị",
        ["unit-plan.end-row"] = "Kết thúc hoạt động của kế hoạch đơn vị",
        ["unit-plan.copy"] = "Sao chép hoạt động vào kế hoạch đơn vị",
        ["unit-plan.import"] = "Nhập hoạt động của kế hoạch đơn vị từ Excel",
        ["unit-plan.inherit"] = "Nhận phần còn lại của kế hoạch đơn vị trước sắp xếp",
        ["unit-plan.move"] = "Chuyển phần còn lại của kế hoạch đơn vị cho cơ quan kế thừa",
        ["unit-plan.add-evidence"] = "Thêm tệp kế hoạch đơn vị",
        ["unit-plan.remove-evidence"] = "Bỏ tệp kế hoạch đơn vị",
        ["unit-result.log"] = "Ghi kết quả kế hoạch đơn vị",
        ["unit-result.edit"] = "Sửa kết quả kế hoạch đơn vị",
        ["unit-result.confirm"] = "Xác nhận kết quả kế hoạch đơn vị",
        ["unit-result.return"] = "Trả lại kết quả kế hoạch đơn vị",
        ["unit-result.withdraw"] = "Rút kết quả kế hoạch đơn vị",
        ["unit-result.add-evidence"] = "Thêm minh chứng kết quả kế hoạch đơn vị",
        ["unit-result.remove-evidence"] = "Bỏ minh chứng kết quả kế hoạch đơn vị",
        ["funding.move"] = "Chuyển kinh phí chưa chi cho cơ quan kế thừa",
        ["period.add"] = "Thêm kỳ báo cáo",
        ["period.generate"] = "Lập kỳ báo cáo theo chế độ",
        ["period.edit"] = "Sửa kỳ báo cáo",
        ["period.withdraw"] = "Bỏ kỳ báo cáo",
        ["duty.add"] = "Giao nhiệm vụ gửi báo cáo",
        ["duty.edit"] = "Sửa nhiệm vụ gửi báo cáo",
        ["duty.end"] = "Kết thúc nhiệm vụ gửi báo cáo",
        ["period.keep-obligations"] = "Lập, cập nhật nghĩa vụ báo cáo của kỳ",
        ["obligation.waive"] = "Miễn báo cáo",
        ["obligation.resume"] = "Bỏ miễn báo cáo",
        ["obligation.remind"] = "Nhắc đơn vị chậm gửi báo cáo",
        ["obligation.move"] = "Chuyển nghĩa vụ báo cáo cho cơ quan kế thừa",
        ["obligation.move-due-date"] = "Đổi hạn gửi báo cáo",
        ["holiday.add"] = "Thêm ngày nghỉ",
        ["holiday.remove"] = "Bỏ ngày nghỉ",
        ["reminder.round"] = "Lập thư nhắc việc trong ngày",
        ["reminder.claim"] = "Chuyển thư nhắc việc cho máy chủ thư",
        ["reminder.sent"] = "Gửi thư nhắc việc",
        ["reminder.send-failed"] = "Gửi thư nhắc việc không thành công",
        ["reminder.try-again"] = "Cho gửi lại thư nhắc việc",
        ["reminder.ladder"] = "Đổi các mốc nhắc việc",
        ["account.reminder-choice"] = "Đổi cách nhận nhắc việc",

        ["settings.edit"] = "Đổi cài đặt",
        ["import.apply"] = "Nhập từ Excel",
        ["report.export"] = "Tải báo cáo",
        ["report.issue"] = "Ban hành báo cáo",
        ["report.number"] = "Ghi số, ngày báo cáo",
        ["report.reopen"] = "Mở lại báo cáo",
        ["report.write"] = "Soạn lời văn báo cáo",
        ["display.make"] = "Tạo liên kết trình chiếu",
        ["display.revoke"] = "Thu hồi liên kết trình chiếu",
        ["letterhead.edit"] = "Sửa thể thức văn bản",
        ["history.export"] = "Tải lịch sử",
        ["database.backup"] = "Sao lưu dữ liệu",
        ["database.restore"] = "Khôi phục dữ liệu",
        ["database.export"] = "Xuất toàn bộ dữ liệu",
    };

    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["Link"] = "Liên kết", ["File"] = "Tệp", ["Document"] = "Văn bản", ["Merge"] = "Sáp nhập", ["Split"] = "Chia, tách", ["Rename"] = "Đổi tên", ["Dissolve"] = "Giải thể",
    };

    private static readonly Dictionary<string, string> Whys = new()
    {
        ["password"] = "sai mật khẩu", ["code"] = "sai mã xác thực", ["locked"] = "tài khoản đang tạm khóa",
    };

    /// <summary>Kinds of things, in the order a reader looks for them.</summary>
    public static IReadOnlyList<(string Entity, string Name)> Entities { get; } =
    [
        ("entry", "Kết quả thực hiện"), ("import", "Nhập từ Excel"), ("activity", "Hoạt động, chỉ tiêu"), ("funding", "Kinh phí"), ("plan", "Kế hoạch"),
        ("report", "Báo cáo: ban hành, mở lại, tải"), ("agency-report", "Báo cáo của đơn vị"), ("obligation", "Nghĩa vụ báo cáo"), ("reminder", "Nhắc việc"),
        ("task", "Nhiệm vụ"), ("preparation", "Kế hoạch chi tiết, thống nhất nội dung"), ("difficulty", "Khó khăn, vướng mắc"), ("inspection", "Kiểm tra"),
        ("unit-plan", "Kế hoạch của đơn vị"), ("unit-result", "Kết quả kế hoạch đơn vị"),
        ("report", "Báo cáo: ban hành, mở lại, tải"), ("agency-report", "Báo cáo của đơn vị"), ("obligation", "Nghĩa vụ báo cáo"), ("duty", "Nhiệm vụ gửi báo cáo"), ("reminder", "Nhắc việc"),
        ("news", "Tin, bài"), ("bulletin", "Số bản tin"), ("account", "Tài khoản, đăng nhập"), ("agency", "Đơn vị"), ("succession", "Sắp xếp đơn vị"),
        ("period", "Kỳ báo cáo"), ("holiday", "Ngày nghỉ"), ("indicator", "Chỉ số báo cáo"), ("channel", "Danh mục kênh"),
        ("news-settings", "Quy định tin, bài"), ("letterhead", "Thể thức văn bản"), ("settings", "Cài đặt"), ("display", "Liên kết trình chiếu"), ("history", "Tải lịch sử"),
        ("database", "Sao lưu, khôi phục"),
    ];

    /// <summary>The deed of a row: "Xác nhận kết quả".</summary>
    public static string Deed(Change change) =>
        Deeds.GetValueOrDefault($"{change.Entity}.{change.What}") ?? $"Thay đổi: {Entities.FirstOrDefault(e => e.Entity == change.Entity).Name ?? change.Entity} ({change.What})";

    /// <summary>Through which door: "trang", "chương trình (API)".</summary>
    public static string NameOf(Door door) => door switch
    {
        Door.Page => "trang web",
        Door.Api => "chương trình (API)",
        Door.Import => "nhập từ Excel",
        Door.Succession => "sắp xếp đơn vị",
        _ => "hệ thống",
    };

    /// <summary>The day and minute in Vietnam: "10/09/2024 08:30".</summary>
    public static string Instant(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, BusinessClock.Vietnam).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The word of a code that rows are written with; null for text that people wrote.</summary>
    internal static string? OfCode(string field, string thing, string code) => field switch
    {
        "state" => Enum.TryParse<Reporting.ReportState>(code, out var state) ? Reporting.ReportWording.NameOf(state) : null,
        "reportStatus" => Enum.TryParse<AgencyReportStatus>(code, out var reported) ? ReportWords.NameOf(reported) : null,
        "overTime" => Enum.TryParse<OverTime>(code, out var overTime) ? ReportWords.NameOf(overTime) : null,
        "status" when thing == "news" => Enum.TryParse<News.NewsStatus>(code, out var news) ? News.NewsWords.NameOf(news) : null,
        "status" => Enum.TryParse<EntryStatus>(code, out var status) ? EntryWords.NameOf(status) : null,
        "field" => Enum.TryParse<News.NewsField>(code, out var newsField) ? News.NewsWords.NameOf(newsField) : null,
        "mode" => Enum.TryParse<DeliveryMode>(code, out var mode) ? EntryWords.NameOf(mode) : null,
        "roles" or "role" => Enum.TryParse<Role>(code, out var role) ? RoleWords.NameOf(role) : null,
        "level" => Enum.TryParse<AgencyLevel>(code, out var level) ? LevelWords.NameOf(level) : null,
        "source" => Enum.TryParse<FundingSource>(code, out var source) ? FundingWords.NameOf(source) : null,
        "stage" => Enum.TryParse<FundingStage>(code, out var stage) ? FundingWords.NameOf(stage) : null,
        "choice" => Enum.TryParse<Plans.UnspentChoice>(code, out var choice) ? Plans.NextYearWords.NameOf(choice) : null,
        "stepKind" => Enum.TryParse<FundingStepKind>(code, out var step) ? FundingWords.NameOf(step) : null,
        "taskState" => Enum.TryParse<Tasks.TaskState>(code, out var task) ? Tasks.TaskWords.NameOf(task) : null,
        "preparationState" => Enum.TryParse<Tasks.PreparationState>(code, out var preparation) ? Tasks.PreparationWords.NameOf(preparation) : null,
        "difficultyState" => Enum.TryParse<Difficulties.DifficultyState>(code, out var difficulty) ? Difficulties.DifficultyWords.NameOf(difficulty) : null,
        "inspectionState" => Enum.TryParse<Inspections.InspectionState>(code, out var inspection) ? Inspections.InspectionWords.NameOf(inspection) : null,
        "unitResultStatus" => Enum.TryParse<UnitPlans.UnitResultStatus>(code, out var unitResult) ? UnitPlans.UnitPlanWords.NameOf(unitResult) : null,
        "purpose" => Enum.TryParse<EvidencePurpose>(code, out var purpose) ? EvidencePurposes.NameOf(purpose) : null,
        "kind" => Kinds.GetValueOrDefault(code) ?? (Enum.TryParse<News.NewsKind>(code, out var kind) ? News.NewsWords.NameOf(kind) : null),
        "place" => Enum.TryParse<News.NewsPlace>(code, out var place) ? News.NewsWords.NameOf(place) : null,
        "" => Whys.GetValueOrDefault(code),
        _ => null,
    };
}

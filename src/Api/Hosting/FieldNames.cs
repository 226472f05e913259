namespace PlanTracker.Api.Hosting;

/// <summary>Members of bodies in Vietnamese, for a person who reads what could not be read.</summary>
internal static class FieldNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["targetId"] = "Chỉ tiêu",
        ["date"] = "Ngày",
        ["quantity"] = "Số lượng",
        ["title"] = "Tên hoạt động, sản phẩm",
        ["place"] = "Địa điểm",
        ["mode"] = "Hình thức tổ chức",
        ["peopleReached"] = "Số người",
        ["attendances"] = "Số lượt",
        ["cadenceSlot"] = "Số, tuần",
        ["supporting"] = "Cơ quan phối hợp",
        ["agencyId"] = "Cơ quan",
        ["share"] = "Phần đóng góp",
        ["spent"] = "Kinh phí đã chi",
        ["source"] = "Nguồn kinh phí",
        ["amount"] = "Số tiền",
        ["themes"] = "Nội dung tuyên truyền",
        ["form"] = "Hình thức tuyên truyền",
        ["channel"] = "Kênh",
        ["note"] = "Ghi chú",
        ["noEvidenceReason"] = "Lý do chưa có minh chứng",
        ["correctsEntryId"] = "Lần cập nhật được điều chỉnh",
        ["correctionReason"] = "Lý do điều chỉnh",
        ["reason"] = "Lý do",
        ["fields"] = "Các trường cần sửa",
        ["items"] = "Danh sách kết quả",
        ["id"] = "Mã định danh",
        ["etag"] = "Phiên bản đã đọc",
        ["kind"] = "Loại",
        ["url"] = "Liên kết",
        ["number"] = "Số, ký hiệu văn bản",
        ["userName"] = "Tên đăng nhập",
        ["fullName"] = "Họ và tên",
        ["email"] = "Thư điện tử",
        ["roles"] = "Vai trò",
        ["password"] = "Mật khẩu",
        ["name"] = "Tên mã truy cập",
        ["expiresInDays"] = "Thời hạn (ngày)",
        ["code"] = "Mã xác thực",
        ["memberId"] = "Cơ quan được tính",
        ["value"] = "Chỉ tiêu",
        ["unit"] = "Đơn vị tính",
        ["effectiveOn"] = "Ngày hiệu lực",
        ["document"] = "Văn bản",
        ["milestones"] = "Các mốc phân kỳ",
        ["on"] = "Ngày",
        ["dueOn"] = "Thời hạn",
        ["quantityWording"] = "Số lượng, tần suất",
        ["leadAgencyId"] = "Cơ quan chủ trì",
        ["supportingWording"] = "Cơ quan phối hợp",
        ["shortTitle"] = "Tên ngắn",
        ["time"] = "Thời gian",
        ["targets"] = "Các chỉ tiêu",
        ["cadence"] = "Tần suất",
        ["members"] = "Nhóm cơ quan",
        ["comparison"] = "Cách so sánh",
        ["shortName"] = "Tên gọi tắt",
        ["level"] = "Cấp",
        ["parentId"] = "Đơn vị cấp trên",
        ["validFrom"] = "Ngày bắt đầu",
        ["from"] = "Từ",
        ["to"] = "Đơn vị tiếp nhận",
        ["leads"] = "Hoạt động chủ trì",
        ["users"] = "Tài khoản",
        ["children"] = "Đơn vị trực thuộc",
    };

    /// <summary>The name before what is said of it, as in "Số lượng: "; nothing for a member without one.</summary>
    public static string Of(string field)
    {
        var last = field[(field.LastIndexOf('.') + 1)..].Split('[')[0];
        return Names.TryGetValue(last, out var name) ? name + ": " : "";
    }
}

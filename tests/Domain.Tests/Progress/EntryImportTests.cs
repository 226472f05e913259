using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class EntryImportTests
{
    private static readonly DateOnly Today = new(2024, 9, 10);
    private static readonly Actor Reporter = Given.ReporterOfSoNoiVu;

    private readonly ImportWorld world = new(Today);

    [Fact]
    public async Task New_rows_become_drafts_and_the_same_file_again_changes_nothing()
    {
        world.Rows(["M", "12", "05/3/2024", "15.000", "Tờ gấp"], ["", "1", "6/3/2024", "1", "Chuyên mục số 3"], ["", "1", "6/3/2024", "1", "Chuyên mục số 4"]);

        Assert.Equal([RowState.New, RowState.New, RowState.New], await world.States(Reporter));
        Assert.Empty(world.Entries);

        Assert.Equal(new RowCounts(3, 0, 0, 0, 0), await world.Import(Reporter));
        Assert.All(world.Entries, e => Assert.Equal((EntryStatus.Draft, Given.SoNoiVu.Id, (Guid?)null), (e.Status, e.AgencyId, e.OnBehalfByAgencyId)));
        Assert.Equal((15000m, new DateOnly(2024, 3, 5)), (world.Entries[0].Content.Quantity, world.Entries[0].Content.Date));
        Assert.All(world.History, c => Assert.Equal(Door.Import, c.Door));
        Assert.Equal(4, world.History.Count);

        Assert.Equal(new RowCounts(0, 0, 3, 0, 0), await world.Import(Reporter));
        Assert.Equal((3, 4), (world.Entries.Count, world.History.Count));
    }

    [Fact]
    public async Task A_row_mended_in_the_file_changes_the_entry_it_made()
    {
        world.Rows(["M", "1", "6/3/2024", "1", "Chuyên mục số 3"]);
        await world.Import(Reporter);

        world.Change(0, "title", "Chuyên mục số 03 (sửa)");
        var outcome = await world.Check(Reporter);

        Assert.Equal(RowState.Changed, outcome.Rows[0].State);
        Assert.Equal([("E2", "Chuyên mục số 3", "Chuyên mục số 03 (sửa)")], outcome.Rows[0].Cells.Select(c => (c.Cell, c.Old, c.New)));
        Assert.Equal(new RowCounts(0, 1, 0, 0, 0), await world.Import(Reporter));
        Assert.Equal(["Chuyên mục số 03 (sửa)"], world.Entries.Select(e => e.Content.Title));
        Assert.Equal(2, world.Entries[0].Version);
    }

    [Fact]
    public async Task A_template_sent_back_untouched_changes_nothing()
    {
        var draft = await world.Given.Logged(Reporter, "12", new(2024, 5, 20), 5000);
        await world.Given.Log.Edit(Reporter, draft.Entry.Id, ExpectedVersion.Any, draft.Entry.Content with
        {
            Supporting = [new(Given.NinhKieu.Id, "hội trường; loa: 02 cái"), new(Given.SoVanHoa.Id, null)],
            Themes = [1, 3],
            Form = 2,
            Channel = "Portal",
            Mode = DeliveryMode.Hybrid,
            PeopleReached = 1200,
            Spent = [new(Domain.Funding.FundingSource.Socialised, 1_500_000)],
            Note = "=1+1\n+2",
            CadenceSlot = "số 12",
        }, default);
        await world.UseTemplate(Reporter);

        Assert.Equal([RowState.Unchanged], await world.States(Reporter));
    }

    [Fact]
    public async Task What_waits_or_is_confirmed_is_not_in_the_template_and_not_changed_by_a_file()
    {
        var entry = await world.Given.Logged(Reporter, "12", new(2024, 5, 20), 5000);
        await world.UseTemplate(Reporter);
        await world.Given.Log.Submit(Reporter, entry.Entry.Id, ExpectedVersion.Any, default);
        world.Change(0, "quantity", "6.000");

        var outcome = await world.Check(Reporter);

        Assert.Equal(RowState.Conflict, outcome.Rows[0].State);
        Assert.Contains("Chờ xác nhận", outcome.Rows[0].Note, StringComparison.Ordinal);
        Assert.Equal([("5.000", "6.000")], outcome.Rows[0].Cells.Select(c => (c.Old, c.New)));
        await world.UseTemplate(Reporter);
        Assert.DoesNotContain(world.Sheet.Rows, r => r.Cells.Any(c => c.Contains(entry.Entry.Id.ToString("N"), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_a_conflict_and_its_row_is_handed_back_to_be_decided()
    {
        var entry = await world.Given.Logged(Reporter, "12", new(2024, 5, 20), 5000);
        await world.UseTemplate(Reporter);
        await world.Given.Log.Edit(Reporter, entry.Entry.Id, ExpectedVersion.Any, entry.Entry.Content with { Quantity = 4600 }, default);
        world.Change(0, "quantity", "6.000");

        Assert.Equal([RowState.Conflict], await world.States(Reporter));
        Assert.Equal("entries.import-refused", (await world.TryImport(Reporter, ImportMode.All)).Refusal!.Code);
        await world.UseHandedBack(Reporter);
        Assert.Equal([RowState.Changed], await world.States(Reporter));
        await world.Import(Reporter);
        Assert.Equal(6000, world.Entries[0].Content.Quantity);
    }

    [Fact]
    public async Task An_entry_mended_by_page_after_its_import_is_left_alone_by_the_same_file()
    {
        world.Rows(["M", "1", "6/3/2024", "1", "Chuyên mục số 3"], ["", "1", "7/3/2024", "1", "Chuyên mục số 4"]);
        await world.Import(Reporter);
        foreach (var entry in world.Entries.ToList())
            await world.Given.Log.Edit(Reporter, entry.Id, ExpectedVersion.Any, entry.Content with { Title = entry.Content.Title + " (trang)" }, default);

        Assert.Equal([RowState.Unchanged, RowState.Unchanged], await world.States(Reporter));
        world.Change(0, "title", "Khác nữa");
        Assert.Equal(RowState.Conflict, (await world.Check(Reporter)).Rows[0].State);
    }

    [Fact]
    public async Task A_withdrawn_entry_does_not_come_back_by_the_file_that_made_it()
    {
        world.Rows(["M", "1", "6/3/2024", "1", "Chuyên mục số 3"], ["", "1", "7/3/2024", "1", "Chuyên mục số 4"]);
        await world.Import(Reporter);
        foreach (var entry in world.Entries.ToList())
            await world.Given.Log.Withdraw(Reporter, entry.Id, ExpectedVersion.Any, new EntryReason("Nhập nhầm", []), default);

        Assert.Equal(new RowCounts(0, 0, 2, 0, 0), await world.Import(Reporter));
    }

    [Fact]
    public async Task A_copied_row_that_was_changed_is_new_and_one_left_as_it_was_is_asked_about()
    {
        var entry = await world.Given.Logged(Reporter, "12", new(2024, 5, 20), 5000);
        await world.UseTemplate(Reporter);
        world.Copy(0, ("date", "21/5/2024"));
        world.Copy(0);

        var outcome = await world.Check(Reporter);

        Assert.Equal([RowState.Unchanged, RowState.New, RowState.Wrong], outcome.Rows.Select(r => r.State));
        Assert.Contains("chép y nguyên dòng 2", outcome.Rows[2].Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal(new RowCounts(1, 0, 1, 0, 1), await world.Import(Reporter, ImportMode.Good));
        Assert.Equal(new RowCounts(0, 0, 2, 0, 1), await world.Import(Reporter, ImportMode.Good));
        Assert.Equal([5000m, 5000m], world.Entries.Select(e => e.Content.Quantity));
        Assert.Equal(entry.Entry.Id, world.Entries[0].Id);
    }

    [Fact]
    public async Task When_nobody_can_tell_the_original_from_its_copies_all_are_asked_about()
    {
        await world.Given.Logged(Reporter, "12", new(2024, 5, 20), 5000);
        await world.UseTemplate(Reporter);
        world.Copy(0, ("date", "21/5/2024"));
        world.Change(0, "date", "22/5/2024");

        Assert.Equal([RowState.Wrong, RowState.Wrong], await world.States(Reporter));
    }

    [Fact]
    public async Task Copies_of_a_prepared_row_are_rows_of_their_own()
    {
        world.Rows(["M", "1", "6/3/2024", "1", "Chuyên mục số 3"]);
        world.Copy(0, ("title", "Chuyên mục số 4"));

        Assert.Equal(new RowCounts(2, 0, 0, 0, 0), await world.Import(Reporter));
        Assert.Equal(new RowCounts(0, 0, 2, 0, 0), await world.Import(Reporter));
    }

    [Fact]
    public async Task A_row_whose_key_was_cleared_is_the_entry_that_says_the_same()
    {
        await world.Given.Logged(Reporter, "12", new(2024, 5, 20), 5000);
        await world.UseTemplate(Reporter);
        world.Change(0, "key", "");

        Assert.Equal([RowState.Unchanged], await world.States(Reporter));
    }

    [Fact]
    public async Task Rows_without_a_key_that_say_the_same_are_as_many_entries_and_said_to_be_alike()
    {
        world.Rows(["", "1", "6/3/2024", "1", "Phát thanh"], ["", "1", "06/03/2024", "01", "Phát thanh "]);

        var outcome = await world.Check(Reporter);
        Assert.Contains("Giống hệt dòng 2", outcome.Rows[1].Note, StringComparison.Ordinal);
        Assert.Equal(new RowCounts(2, 0, 0, 0, 0), await world.Import(Reporter));
        Assert.Equal(new RowCounts(0, 0, 2, 0, 0), await world.Import(Reporter));
        world.Rows(["", "1", "6/3/2024", "1", "Phát thanh"], ["", "1", "06/03/2024", "01", "Phát thanh "], ["", "1", "06/03/2024", "01", "Phát thanh"]);
        Assert.Equal(new RowCounts(1, 0, 2, 0, 0), await world.Import(Reporter));
    }

    [Fact]
    public async Task Everything_wrong_is_named_at_once_by_cell_and_nothing_is_guessed()
    {
        world.Rows(
            ["", "99", "05/13/2024", "1.5", ""],
            ["", "1", "05/3/24", "15,000", "Hai cách"],
            ["", "13b", "20/10/2024", "1", "Của cơ quan khác"],
            ["khóa lạ", "1", "01/12/2023", "-1", "Trước ngày ban hành"],
            ["", "", "", "", "Thiếu hết"]);

        var outcome = await world.Check(Reporter);

        Assert.All(outcome.Rows, r => Assert.Equal(RowState.Wrong, r.State));
        Assert.Equal(["B2", "C2", "D2", "E2", "C3", "D3", "B4", "C4", "E5", "B6", "C6", "D6"], outcome.Rows.SelectMany(r => r.Errors).Select(e => e.Cell));
        Assert.Contains("tháng trước ngày", outcome.Rows[0].Errors[1].Message, StringComparison.Ordinal);
        Assert.Contains("hai chữ số", outcome.Rows[1].Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("15.000", outcome.Rows[1].Errors[1].Message, StringComparison.Ordinal);
        var refused = (await world.TryImport(Reporter, ImportMode.All)).Refusal!;
        Assert.Equal(12, refused.Errors.Count);
        Assert.Contains("Kết quả", refused.Message, StringComparison.Ordinal);
        Assert.Empty(world.Entries);
    }

    [Fact]
    public async Task The_rules_of_the_form_hold_and_name_the_cell()
    {
        world.Rows(["", "1", "11/9/2024", "1", "Ngày mai"], ["", "1", "1/9/2024", "1,5", "Nửa số"], ["", "1", "13/12/2023", "1", "Trước ban hành"], ["", "1", "1/9/2024", "1", new string('a', 501)]);
        var outcome = await world.Check(Reporter);
        Assert.Equal(["C2", "D3", "C4", "E5"], outcome.Rows.SelectMany(r => r.Errors).Select(e => e.Cell));
    }

    [Fact]
    public async Task A_locked_day_takes_no_row_and_the_next_day_does()
    {
        world.Given.Lock(new(2024, 6, 14));
        world.Rows(["", "1", "14/6/2024", "1", "Khóa"], ["", "1", "15/6/2024", "1", "Mở"]);

        Assert.Equal([RowState.Wrong, RowState.New], await world.States(Reporter));
        Assert.Equal(new RowCounts(1, 0, 0, 0, 1), await world.Import(Reporter, ImportMode.Good));
    }

    [Fact]
    public async Task What_is_locked_between_the_check_and_the_write_is_not_written()
    {
        world.Rows(["", "1", "14/6/2024", "1", "Chậm một bước"]);
        await world.Check(Reporter);
        world.Imports.Meanwhile = () => world.Given.Lock(new(2024, 6, 14));

        Assert.Equal("entries.import-refused", (await world.TryImport(Reporter, ImportMode.All)).Refusal!.Code);
        Assert.Empty(world.Entries);
    }

    [Fact]
    public async Task An_entry_of_another_agency_named_by_its_key_is_not_there()
    {
        var other = await world.Given.Logged(Given.ReporterOfSoVanHoa, "13b", new(2024, 5, 20), 100);
        world.Rows([$"K-{other.Entry.Id:N}-1", "13b", "20/5/2024", "999", "Chiếm"]);

        var outcome = await world.Check(Reporter);
        Assert.Equal(RowState.Wrong, outcome.Rows[0].State);
        Assert.Contains("không được xem", outcome.Rows[0].Errors[0].Message, StringComparison.Ordinal);
        Assert.Empty(outcome.Rows[0].Cells);
        Assert.Null(outcome.Rows[0].Id);
    }

    [Fact]
    public async Task Another_leads_confirmed_entry_is_seen_but_not_changed()
    {
        var other = EntrySteps.Confirmed(world.Given, "13b", new(2024, 5, 20), 100);
        world.Given.Entries.Add(other);
        world.Rows([$"K-{other.Id:N}-1", "13b", "20/5/2024", "999", "Chiếm"]);
        Assert.Equal([RowState.Wrong], await world.States(Reporter));
    }

    [Fact]
    public async Task The_coordinator_imports_for_any_lead_and_it_is_recorded()
    {
        world.Rows(["", "13b", "20/5/2024", "100", "Phát hành"]);
        await world.Import(Given.Coordinator);
        Assert.Equal((Given.SoVanHoa.Id, (Guid?)Given.SoNoiVu.Id), (world.Entries[0].AgencyId, world.Entries[0].OnBehalfByAgencyId));
    }

    [Fact]
    public async Task The_good_rows_only_are_taken_and_the_bad_ones_handed_back_mended_make_no_second_entry()
    {
        world.Rows(["", "1", "6/3/2024", "1", "Đúng"], ["", "1", "6/3/2024", "một", "Sai"]);

        Assert.Equal(new RowCounts(1, 0, 0, 0, 1), await world.Import(Reporter, ImportMode.Good));
        await world.UseHandedBack(Reporter);
        Assert.Equal(["", "một", "Sai"], [world.Cell(0, "place"), world.Cell(0, "quantity"), world.Cell(0, "title")]);
        Assert.Contains("Ô D3", world.Cell(0, BadRows.Field), StringComparison.Ordinal);
        world.Change(0, "quantity", "1");
        Assert.Equal(new RowCounts(1, 0, 0, 0, 0), await world.Import(Reporter));
        Assert.Equal(new RowCounts(0, 0, 1, 0, 0), await world.Import(Reporter));
        Assert.Equal(2, world.Entries.Count);
    }

    [Fact]
    public async Task One_decision_is_carried_out_once()
    {
        world.Rows(["", "1", "6/3/2024", "1", "Đúng"]);
        var job = await world.Take(Reporter);
        await world.Desk.Check(Reporter, job.Id, null, default);

        Assert.Null((await world.Desk.Decide(Reporter, job.Id, ImportMode.All, default)).Refusal);
        Assert.Equal("imports.not-checked", (await world.Desk.Decide(Reporter, job.Id, ImportMode.All, default)).Refusal!.Code);
        Assert.Equal("imports.unknown", (await world.Desk.Decide(Given.Coordinator, job.Id, ImportMode.All, default)).Refusal!.Code);
    }

    [Fact]
    public async Task Who_logs_no_entries_imports_none()
    {
        world.Rows(["", "1", "6/3/2024", "1", "Đúng"]);
        foreach (var actor in new[] { Given.Leader, Given.Administrator, Given.HeadOfSoVanHoa })
            Assert.Equal(RefusalKind.NotAllowed, (await world.Desk.Take(actor, EntryImport.Kind, world.Given.PlanId, "a.xlsx", new byte[1], default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await world.Desk.Take(Reporter, EntryImport.Kind, Guid.NewGuid(), "a.xlsx", new byte[1], default)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_reporter_takes_the_template_of_its_own_agency_only()
    {
        Assert.Equal(RefusalKind.NotAllowed, (await world.Template.Make(Reporter, world.Given.PlanId, Given.SoVanHoa.Id, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await world.Template.Make(Reporter, world.Given.PlanId, Guid.NewGuid(), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Conflict, (await world.Template.Make(Given.ReporterOfNinhKieu, world.Given.PlanId, null, default)).Refusal!.Kind);
        var form = (await world.Template.Make(Given.Coordinator, world.Given.PlanId, Given.SoVanHoa.Id, default)).Value!;
        Assert.Equal(4, form.Columns[1].Choices.Count);
    }
}

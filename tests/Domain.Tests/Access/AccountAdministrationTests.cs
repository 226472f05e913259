using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Tests.Access;

public sealed class AccountAdministrationTests
{
    private static readonly Agency Ended = Given.Agency("Sở Đã thôi", AgencyLevel.Department);

    private readonly InMemoryAccounts accounts = new(Given.SoNoiVu, Given.SoVanHoa, Ended);
    private readonly Actor administrator;

    public AccountAdministrationTests()
    {
        Ended.ValidTo = new(2024, 6, 30);
        administrator = Given.Administrator with { AccountId = accounts.Given("admin", null, Role.Administrator).Id };
    }

    [Fact]
    public async Task A_new_account_has_a_link_and_no_password_and_is_recorded_without_the_secret()
    {
        var made = (await accounts.Administration.Create(administrator, New(" tran.van.a "), default)).Value!;

        Assert.Equal(("tran.van.a", AccountState.Invited, "Sở Nội vụ"), (made.View.Account.UserName, made.View.State, made.View.Agency!.Name));
        var row = Assert.Single(accounts.History);
        Assert.Equal(("account", "create", made.View.Account.Id, (Guid?)Given.SoNoiVu.Id), (row.Entity, row.What, row.EntityId, row.AgencyId));
        Assert.Null(row.Old);
        Assert.DoesNotContain(made.Link.Secret, row.New!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab", "userName")]
    [InlineData("trần.văn", "userName")]
    [InlineData("a b c", "userName")]
    [InlineData("ADMIN", "userName")]
    public async Task A_user_name_is_plain_long_enough_and_nobody_elses(string userName, string field) =>
        Assert.Equal([field], (await accounts.Administration.Create(administrator, New(userName), default)).Refusal!.Errors.Keys);

    [Fact]
    public async Task Everything_wrong_is_named_at_once()
    {
        var details = new AccountDetails("\u202Eabc", "không phải thư", Guid.NewGuid(), []);

        var refusal = (await accounts.Administration.Create(administrator, new NewAccount("?", details), default)).Refusal!;

        Assert.Equal(["agencyId", "email", "fullName", "roles", "userName"], refusal.Errors.Keys.Order());
    }

    [Theory]
    [InlineData(Role.Coordinator, true)]
    [InlineData(Role.Reporter, true)]
    [InlineData(Role.Head, true)]
    [InlineData(Role.Finance, false)]
    [InlineData(Role.Leader, false)]
    [InlineData(Role.Administrator, false)]
    public async Task Some_roles_need_an_agency(Role role, bool needed)
    {
        var result = await accounts.Administration.Create(administrator, New("mot.nguoi", agencyId: null, role), default);

        Assert.Equal(needed ? ["agencyId"] : [], result.Refusal?.Errors.Keys ?? []);
    }

    [Fact]
    public async Task Nobody_joins_an_agency_that_has_ended_but_who_is_there_may_be_edited()
    {
        var stays = accounts.Given("o.lai", Ended.Id, Role.Reporter);

        Assert.Contains("30/06/2024", (await accounts.Administration.Create(administrator, New("nguoi.moi", Ended.Id), default)).Refusal!.Errors["agencyId"][0]);
        Assert.Null((await Edit(stays.Id, stays with { FullName = "Tên khác" })).Refusal);
    }

    [Fact]
    public async Task Who_joins_an_agency_follows_the_successions_recorded_for_it()
    {
        accounts.Recorded.Add(new()
        {
            Kind = SuccessionKind.Merge, EffectiveOn = new(2024, 11, 1), From = [Given.SoVanHoa.Id], To = [new(Given.SoNoiVu.Id, 1)],
            Document = new("1/NQ", new(2024, 9, 1)), RecordedAt = DateTime.UnixEpoch, RecordedBy = "",
        });

        var made = (await accounts.Administration.Create(administrator, New("nguoi.moi", Given.SoVanHoa.Id), default)).Value!.View.Account;

        Assert.Equal((Given.SoVanHoa.Id, Given.SoNoiVu.Id), (made.AgencyOn(new(2024, 10, 31)), made.AgencyOn(new(2024, 11, 1))));
    }

    [Fact]
    public async Task Another_agency_or_other_roles_end_sessions_and_tokens_and_another_name_does_not()
    {
        var person = accounts.Given("mot.nguoi", Given.SoNoiVu.Id, Role.Reporter);

        await Edit(person.Id, person with { FullName = "Tên khác" });
        Assert.Empty(accounts.Ended);
        await Edit(person.Id, person with { AgencyId = Given.SoVanHoa.Id });
        await Edit(person.Id, person with { AgencyId = Given.SoVanHoa.Id, Roles = [Role.Reporter, Role.Head] });

        Assert.Equal([person.Id, person.Id], accounts.Ended);
        Assert.Equal(4, accounts[person.Id].Version);
    }

    [Fact]
    public async Task The_last_administrator_is_neither_demoted_nor_disabled_even_by_another_who_cannot_sign_in()
    {
        var last = accounts[administrator.AccountId];
        var invited = accounts.Given("admin2", null, Role.Administrator);
        accounts.Put(invited with { HasPassword = false });

        Assert.Equal("users.last-administrator", (await Edit(last.Id, last with { Roles = [Role.Leader] })).Refusal!.Code);
        Assert.Equal("users.last-administrator", (await accounts.Administration.Disable(administrator, last.Id, ExpectedVersion.Any, "Thử", default)).Refusal!.Code);

        accounts.Put(invited with { HasPassword = true });
        Assert.Null((await Edit(last.Id, last with { Roles = [Role.Leader] })).Refusal);
    }

    [Fact]
    public async Task An_administrator_does_not_disable_reset_or_relink_their_own_account()
    {
        accounts.Given("admin2", null, Role.Administrator);
        accounts.Put(accounts[administrator.AccountId] with { HasSecondFactor = true });
        var own = administrator.AccountId;

        Assert.Equal("users.own-account", (await accounts.Administration.Disable(administrator, own, ExpectedVersion.Any, "Thử", default)).Refusal!.Code);
        Assert.Equal("users.own-account", (await accounts.Administration.ResetSecondFactor(administrator, own, ExpectedVersion.Any, "Thử", default)).Refusal!.Code);
        Assert.Equal("users.own-account", (await accounts.Administration.NewLink(administrator, own, ExpectedVersion.Any, default)).Refusal!.Code);
    }

    [Fact]
    public async Task Disabling_and_enabling_need_a_reason_and_the_other_state()
    {
        var id = accounts.Given("mot.nguoi", Given.SoNoiVu.Id, Role.Reporter).Id;
        var use = accounts.Administration;

        Assert.Equal(["reason"], (await use.Disable(administrator, id, ExpectedVersion.Any, " ", default)).Refusal!.Errors.Keys);
        Assert.Equal("users.not-disabled", (await use.Enable(administrator, id, ExpectedVersion.Any, "Thử", default)).Refusal!.Code);
        Assert.Equal(AccountState.Disabled, (await use.Disable(administrator, id, ExpectedVersion.Of(1), "Nghỉ hưu", default)).Value!.State);
        Assert.Equal("users.disabled", (await use.Disable(administrator, id, ExpectedVersion.Any, "Thử", default)).Refusal!.Code);
        Assert.Equal("users.disabled", (await use.NewLink(administrator, id, ExpectedVersion.Any, default)).Refusal!.Code);
        Assert.Equal(AccountState.Active, (await use.Enable(administrator, id, ExpectedVersion.Of(2), "Trở lại", default)).Value!.State);

        Assert.Equal([id], accounts.Ended);
        Assert.Equal(["Nghỉ hưu", "Trở lại"], accounts.History.Select(h => h.Reason));
    }

    [Fact]
    public async Task Only_a_locked_account_is_unlocked()
    {
        var person = accounts.Given("mot.nguoi", Given.SoNoiVu.Id, Role.Reporter);
        Assert.Equal("users.not-locked", (await accounts.Administration.Unlock(administrator, person.Id, ExpectedVersion.Any, "Thử", default)).Refusal!.Code);
        accounts.Put(person with { LockedUntil = DateTimeOffset.MaxValue });

        Assert.Equal(AccountState.Active, (await accounts.Administration.Unlock(administrator, person.Id, ExpectedVersion.Any, "Quên mật khẩu", default)).Value!.State);
    }

    [Fact]
    public async Task The_order_of_refusal_is_right_thing_input_version_state()
    {
        var person = accounts.Given("mot.nguoi", Given.SoNoiVu.Id, Role.Reporter);
        async Task<RefusalKind> Kind(Actor actor, Guid id, ExpectedVersion version, string reason) =>
            (await accounts.Administration.Enable(actor, id, version, reason, default)).Refusal!.Kind;

        Assert.Equal(RefusalKind.NotAllowed, await Kind(Given.Coordinator, Guid.NewGuid(), ExpectedVersion.Missing, ""));
        Assert.Equal(RefusalKind.NotFound, await Kind(administrator, Guid.NewGuid(), ExpectedVersion.Missing, ""));
        Assert.Equal(RefusalKind.Invalid, await Kind(administrator, person.Id, ExpectedVersion.Missing, ""));
        Assert.Equal(RefusalKind.VersionMissing, await Kind(administrator, person.Id, ExpectedVersion.Missing, "Thử"));
        Assert.Equal(RefusalKind.Stale, await Kind(administrator, person.Id, ExpectedVersion.Of(9), "Thử"));
        Assert.Equal(RefusalKind.Conflict, await Kind(administrator, person.Id, ExpectedVersion.Of(1), "Thử"));
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Head)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Leader)]
    public async Task Nobody_else_reads_or_changes_accounts(Role role)
    {
        var actor = Given.Person("ai.do", Given.SoNoiVu, role);

        Assert.Equal(RefusalKind.NotAllowed, (await accounts.Reading.List(actor, new(), new(), default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await accounts.Reading.Find(actor, administrator.AccountId, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await accounts.Administration.Create(actor, Refusal.Invalid("body", ""), default)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_list_is_searched_without_marks_filtered_and_paged()
    {
        accounts.Put(accounts.Given("duong", Given.SoNoiVu.Id, Role.Reporter) with { FullName = "Dương Thị Đào" });
        accounts.Put(accounts.Given("dao", Given.SoVanHoa.Id, Role.Reporter) with { FullName = "Trần Đạo", IsDisabled = true });
        async Task<string> Names(AccountFilter filter, ListQuery query) =>
            string.Join(' ', (await accounts.Reading.List(administrator, filter, query, default)).Value!.Items.Select(v => v.Account.UserName));

        Assert.Equal("duong dao", await Names(new(), new(Search: "DAO")));
        Assert.Equal("dao", await Names(new(State: AccountState.Disabled), new()));
        Assert.Equal("duong", await Names(new(AgencyId: Given.SoNoiVu.Id), new()));
        Assert.Equal("admin", await Names(new(Role.Administrator), new()));
        Assert.Equal("dao", await Names(new(), new(2, 1, [new("userName", true)])));
    }

    private Task<Result<AccountView>> Edit(Guid id, UserAccount to) => accounts.Administration.Edit(
        administrator, id, ExpectedVersion.Any, new AccountDetails(to.FullName, to.Email, to.AgencyId, to.Roles), default);

    private static Result<NewAccount> New(string userName) => New(userName, Given.SoNoiVu.Id);

    private static Result<NewAccount> New(string userName, Guid? agencyId, Role role = Role.Reporter) =>
        new NewAccount(userName, new("Trần Văn A", null, agencyId, [role]));
}

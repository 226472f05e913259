using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Access.Operation;
using static PlanTracker.Domain.Access.Role;

namespace PlanTracker.Domain.Tests.Access;

public sealed class PermissionsTests
{
    [Fact]
    public void Every_operation_has_a_row() => Assert.All(Enum.GetValues<Operation>(), o => Assert.NotEmpty(Permissions.RolesFor(o)));

    [Theory]
    [InlineData(LogOwnEntries, Reporter)]
    [InlineData(LogEntriesForAnyLead, Coordinator)]
    [InlineData(ConfirmEntries, Coordinator)]
    [InlineData(ManagePlans, Coordinator)]
    [InlineData(ChangeTargets, Coordinator)]
    [InlineData(PhaseOwnTargets, Reporter)]
    [InlineData(ReadSubmitted, Coordinator)]
    [InlineData(ReadOwnDrafts, Coordinator, Reporter, Head)]
    [InlineData(ReadFigures, Administrator, Coordinator, Reporter, Head, Finance, Leader)]
    [InlineData(ReadOwnHistory, Administrator, Coordinator, Reporter, Head, Finance)]
    [InlineData(ReadHistory, Administrator)]
    [InlineData(ReadAccounts, Administrator)]
    [InlineData(ReadSettings, Administrator)]
    [InlineData(ManageOwnAccount, Administrator, Coordinator, Reporter, Head, Finance, Leader)]
    [InlineData(ManageAccounts, Administrator)]
    [InlineData(ManageAgencies, Administrator)]
    [InlineData(ManageSettings, Administrator)]
    public void Each_operation_is_for_these_roles_and_no_others(Operation operation, params Role[] roles) =>
        Assert.Equal(roles, Permissions.RolesFor(operation).Order());

    [Fact]
    public void A_read_only_token_reads_and_changes_nothing()
    {
        var token = Given.Person("máy", Given.SoVanHoa, Reporter) with { IsReadOnly = true };

        Assert.All(Enum.GetValues<Operation>(), o => Assert.Equal(Permissions.OnlyReads(o) && Permissions.RolesFor(o).Contains(Reporter), token.May(o)));
    }

    [Theory]
    [InlineData(Leader)]
    [InlineData(Administrator)]
    [InlineData(Head)]
    [InlineData(Finance)]
    public void Leaders_administrators_heads_and_finance_change_no_entry(Role role)
    {
        var actor = Given.Person("ai đó", Given.SoVanHoa, role);

        Assert.False(actor.MayLogFor(Given.SoVanHoa.Id));
        Assert.False(actor.May(ConfirmEntries));
    }
}

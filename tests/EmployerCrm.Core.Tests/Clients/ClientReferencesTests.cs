using EmployerCrm.Core.Clients;

namespace EmployerCrm.Core.Tests.Clients;

public sealed class ClientReferencesTests
{
    private static readonly IReadOnlyList<string> All = [.. ClientReferences.Candidates(new Random(1), [])];

    [Fact]
    public void A_reference_is_two_letters_and_two_digits_none_of_which_is_taken_for_another()
    {
        Assert.Equal(ClientReferences.Count, All.Distinct().Count());
        Assert.All(All, reference => Assert.Matches("^[A-Z]{2}[0-9]{2}$", reference));
        Assert.DoesNotContain(All, reference => reference.Any("BDGILOQSUZ01".Contains));
    }

    [Theory]
    [InlineData("WF22")]
    [InlineData("HX33")]
    [InlineData("NE45")]
    [InlineData("YO26")]
    [InlineData("AM24")]
    [InlineData("HR22")]
    public void No_reference_looks_like_a_postcode_or_a_word_before_a_number(string taken) => Assert.DoesNotContain(taken, All);

    [Fact]
    public void The_same_seed_draws_the_same_references_and_another_draws_others()
    {
        Assert.Equal(All, ClientReferences.Candidates(new Random(1), []));
        Assert.NotEqual(All.Take(5), ClientReferences.Candidates(new Random(2), []).Take(5));
    }

    [Theory]
    [InlineData("JS12", "JS12", true)]
    [InlineData("JS12", "JS13", true)]
    [InlineData("JS12", "KS12", true)]
    [InlineData("JS12", "SJ12", true)]
    [InlineData("JS12", "JS21", true)]
    [InlineData("JS12", "JS1", true)]
    [InlineData("JS12", "JS122", true)]
    [InlineData("JS12", "S12", true)]
    [InlineData("JS12", "JS34", false)]
    [InlineData("JS12", "SJ21", false)]
    [InlineData("JS12", "KS13", false)]
    [InlineData("JS12", "J1S2", true)]
    [InlineData("JS12", "JS1234", false)]
    [InlineData("", "", true)]
    [InlineData("", "A", true)]
    public void A_slip_is_one_wrong_missing_or_surplus_character_or_a_swap(string one, string other, bool slip)
    {
        Assert.Equal(slip, ClientReferences.AreOneSlipApart(one, other));
        Assert.Equal(slip, ClientReferences.AreOneSlipApart(other, one));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void References_of_one_team_are_more_than_one_slip_apart_as_long_as_there_is_room(int seed)
    {
        var (random, team) = (new Random(seed), new List<string> { "JS12", "MT04" });
        for (var i = 0; i < 250; i++)
        {
            var next = ClientReferences.Candidates(new Random(random.Next()), team).First();
            Assert.DoesNotContain(team, other => ClientReferences.AreOneSlipApart(next, other));
            team.Add(next);
        }
    }

    [Fact]
    public void When_there_is_no_room_left_the_rest_is_used_too()
    {
        Assert.Equal(ClientReferences.Count, ClientReferences.Candidates(new Random(1), All).Count());
    }
}

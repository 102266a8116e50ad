using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Tests.FollowUps;

public sealed class FollowUpVerbsTests
{
    [Theory]
    [InlineData("Ring Marta back", Channel.Phone)]
    [InlineData("call about the rota", Channel.Phone)]
    [InlineData("phone Sarah", Channel.Phone)]
    [InlineData("Please ring", Channel.Phone)]
    [InlineData("Follow-up call", Channel.Phone)]
    [InlineData("Give Ben a ring", Channel.Phone)]
    [InlineData("give them a call", Channel.Phone)]
    [InlineData("Visit again", Channel.InPerson)]
    [InlineData("pop in for the form", Channel.InPerson)]
    [InlineData("Call in with leaflets", Channel.InPerson)]
    [InlineData("drop by", Channel.InPerson)]
    [InlineData("go back", Channel.InPerson)]
    [InlineData("meet the owner", Channel.InPerson)]
    [InlineData("Email the CV", Channel.Email)]
    [InlineData("e-mail Sarah", Channel.Email)]
    [InlineData("write to head office", Channel.Email)]
    [InlineData("Text Ben", Channel.Text)]
    [InlineData("Teams call with Priya", Channel.Video)]
    [InlineData("video call", Channel.Video)]
    [InlineData("Send CV", null)]
    [InlineData("Thank-you", null)]
    [InlineData("Ask Marta to call me", null)]
    [InlineData("Arrange visit", null)]
    [InlineData("Give Ben the form", null)]
    [InlineData("Go through the rota", null)]
    [InlineData("", null)]
    [InlineData("to", null)]
    public void A_title_that_begins_with_a_contact_is_one(string title, Channel? channel) => Assert.Equal(channel, FollowUpVerbs.ChannelOf(title));

    [Theory]
    [InlineData("Ring Marta", "Marta Kowalska")]
    [InlineData("ring ben lister", "Ben Lister")]
    [InlineData("ring Ben", null)]
    [InlineData("ring the manager", null)]
    public void The_contact_is_the_one_person_who_is_named(string title, string? name)
    {
        Contact[] people = [.. new[] { "Marta Kowalska", "Ben Lister", "Ben Okoro" }.Select(person => new Contact { Id = Guid.Empty, EmployerId = Guid.Empty, Name = person, Version = 1 })];
        Assert.Equal(name, FollowUpContacts.Named(title, people)?.Name);
    }
}

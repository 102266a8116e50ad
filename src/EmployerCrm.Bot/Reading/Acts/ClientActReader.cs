using System.Text.RegularExpressions;

namespace EmployerCrm.Bot.Reading.Acts;

/// <summary>Reads what is said of clients themselves: a job that is over, a new reference, the list, closing.</summary>
internal sealed partial class ClientActReader(Skeleton skeleton)
{
    private const int LongestProgramme = 6;

    private readonly Line _line = skeleton.Line;

    public Act? Read()
    {
        var text = skeleton.Text;
        if (MyClients().IsMatch(text))
            return new ClientsAsked();
        if (!text.Contains('E', StringComparison.Ordinal) && NewClient().Match(text) is { Success: true } wanted)
            return New(wanted);
        if (_line.Clients.Count == 0 || _line.HasDoubtfulClient)
            return null;
        if (new[] { LostJob().Match(text), JobEnd().Match(text) }.FirstOrDefault(match => match.Success) is { } ended)
            return new JobEnded(skeleton.Employers, _line.Dates.Find(date => date.Sense != DateSense.Vague)?.On(_line.Today, StillToCome().IsMatch(text) ? Direction.Forward : Direction.Backward)) { More = MoreAfter(ended) };
        if (Withdrawn().IsMatch(text))
            return new PermissionGiven(skeleton.Employers, IsWithdrawn: true);
        if (Permission().IsMatch(text))
            return new PermissionGiven(skeleton.Employers);
        if (StepDown().IsMatch(text))
            return new ClientClosed(SteppedDown: true);
        return Close().IsMatch(text) ? new ClientClosed(SteppedDown: false) : null;
    }

    /// <summary>What stands behind the clause that says it.</summary>
    private string? MoreAfter(Match ended) => skeleton.Text.IndexOf(',', ended.Length) is >= 0 and var mark ? skeleton.TypedFrom(mark) : null;

    /// <summary>A person's name is no programme, and is not handed on.</summary>
    private NewClientWanted New(Match wanted)
    {
        var rest = skeleton.TypedFrom(wanted.Length);
        var words = rest?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var isName = words.Any(word => FirstNames.Contains(Core.Employers.FoldedText.Word(word)));
        return new NewClientWanted(words.Length is 0 or > LongestProgramme || isName ? null : rest);
    }

    private const string Subject = "^(?:(?:yes|sadly|unfortunately|bad|news|update|,|client|so) )*C(?: (?:and|,|C))*(?: (?:has|have|is|was|were|got|been|now|also|s|D|sadly|unfortunately|had|his|her|their|being))*";

    [GeneratedRegex("^(?:(?:show|list|see|give|open|view|me|all|the|of|to|can|i|could|get|whats|what|is|on) )*(?:my clients|my caseload|caseload|clients|client list|clients list|all clients|fy nghleientiaid)(?: (?:list|please|now|D))*$|^(?:who|which clients|what clients) (?:have i got|do i have|am i working with|am i supporting|ive got|is on my caseload|are my clients|do i see)(?: (?:on my caseload|at the moment|now|on))*$|^whos on my (?:caseload|books|list)$|^how many clients(?: (?:have i got|do i have))?$", RegexOptions.NonBacktracking)]
    private static partial Regex MyClients();

    [GeneratedRegex("^(?:(?:can|could|you|i|ive|have|got|need|want|to|a|add|create|register|start|open|set|up|log|theres|there|is|id|like|issue|give|me|ref|reference|for) )*(?:new (?:client|referral|starter on my caseload|reference|ref)|add client|register client|cleient newydd)(?: (?:reference|ref|on|for|from|with|to|in|programme|is|,|today|D|a|the))*(?: |$)", RegexOptions.NonBacktracking)]
    private static partial Regex NewClient();

    [GeneratedRegex(Subject + " (?:lost (?:the |that |this |his |her |their )?(?:job|jobs|work|role|position|it)|sacked|fired|dismissed|let go|made redundant|laid off|resigned|quit|walked out|handed in|given notice|(?:left|leaving|leaves) (?:the |that |this |his |her |their )?(?:job|work|role|E|at E|employment)|(?:finished|finishes|finishing) (?:up )?(?:working |work |the job |his job |her job |their job )?(?:(?:at|with|for) )?(?:the )?(?:E|job)|last day (?:at|with) E(?: (?:was|is|D))*|finished work|stopped (?:work|working)|no longer (?:works|working|work|employed|at)|packed (?:it|the job|that job) in|jacked (?:it|the job|that job) in|(?:binned|chucked|ditched|lost|left|quit|jacked|finished)(?: (?:off|in))? (?:the |that |this |his |her |their )(?:[a-z]+ )?job(?: in)?|job (?:has )?(?:ended|finished|gone)|contract (?:has )?ended|failed probation|didnt pass probation|out of work)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex LostJob();

    [GeneratedRegex("C(?: (?:is|will|be|s))* (?:leaving|leaves|finishing|finishes|last day (?:at E |with E )?(?:is|will|D))", RegexOptions.NonBacktracking)]
    private static partial Regex StillToCome();

    [GeneratedRegex("^(?:(?:log|a|the|record|add) )*(?:job|placement|work) (?:end|ended|ends|ending|loss|lost|over|finish|finished)(?: (?:for|,|of|at))* C", RegexOptions.NonBacktracking)]
    private static partial Regex JobEnd();

    [GeneratedRegex(Subject + "(?: (?:happy|ok|okay|fine|said|says|agrees|agreed|consents|consented|gave|gives|given|consent|permission|wants|it|its|that|me|us|you|i|we|can|could|may|to|for|yes|us to|with))* (?:E|employer|employers|them|P)(?: (?:to|can|being|may|could|be|P))* (?:know|knowing|told|tell|be told|about|knows)\\b|" + Subject + "(?: (?:happy|ok|okay|fine|said|says|agrees|agreed|consents|consented|gave|gives|given|consent|permission|wants|it|its|that|me|us|you|i|we|can|could|may|to|for|yes|with))* (?:tell|telling|disclose|disclosing|disclosure|share|sharing|talk|talking|speak|speaking)(?: (?:to|with|at|the|it))* (?:E|P|employer|them)", RegexOptions.NonBacktracking)]
    private static partial Regex Permission();

    // "no longer wants E told", "doesnt want me to talk to E", "has taken back the permission for E"
    [GeneratedRegex(Subject + " (?:(?:no longer|not|doesnt|dont|does not|never|wants nobody|wants no one)(?: (?:want|wants|happy|ok|okay|fine|agree|agrees|like|us|me|to|for|that|with|the|at|anyone|anybody))* (?:(?:E|employer|them|P)(?: (?:to|can|being|be|P))* (?:know|knowing|told|tell|contacted|involved)\\b|(?:tell|telling|talk|talking|speak|speaking|share|sharing|disclose|disclosing)(?: (?:to|with|at|the|it))* (?:E|P|employer|them))|(?:withdrew|withdrawn|withdraws|revoked|revokes|taken back|takes back|took back)(?: (?:the|his|her|their|my))* (?:permission|consent)(?: (?:for|to|with|at|of|the|tell|talk))* (?:E|P|employer|them))", RegexOptions.NonBacktracking)]
    private static partial Regex Withdrawn();

    [GeneratedRegex("^(?:(?:can|could|you|i|to|want|need) )*(?:step|stepping|stepped) down (?:client )?C|" + Subject + " (?:stepped|stepping) down", RegexOptions.NonBacktracking)]
    private static partial Regex StepDown();

    [GeneratedRegex("^(?:(?:can|could|you|i|ive|to|want|need|have|we) )*(?:close|closed|closing|discharge|discharged|exit|exited|archive|offboard|end)(?: (?:down|off|case|client|record|for|the))* C|" + Subject + " (?:discharged|closed|exited|disengaged|withdrawn|withdrew|dropped out|left the (?:service|programme|program)|off (?:my|the) (?:caseload|books)|moved (?:on|away|out of area))\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Close();
}

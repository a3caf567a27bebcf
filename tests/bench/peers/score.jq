# The rows of the benchmark's work in jq; it leaves the percentiles out.
#   jq -r --slurpfile plan PLAN.json -f score.jq RESPONSES.jsonl > ROWS.csv
def half_up: (2000 * .[0] + .[1]) / (2 * .[1]) | floor;
def text: if . == null then "" else "\(. / 1000 | floor).\(. % 1000 + 1000 | tostring | .[1:])" end;

$plan[0] as $plan
| (reduce ($plan.levels | to_entries[]) as $level ({}; .[$level.value.title] = $level.key | .[$level.key | tostring] = $level.key)) as $levels
| (.answers | with_entries(select(.value != null) | .value |= $levels[tostring])) as $answers
| [ $plan.dimensions[]
    | (.practices | length) as $all
    | [.practices[] | select($answers[.id] != null)] as $known
    | if ($known | length) * $plan.withhold[1] < $all * $plan.withhold[0] then null
      else [([$known[] | .weight * $answers[.id]] | add), ([$known[].weight] | add)] end
  ] as $points
| (if any($points[]; . == null) then null
   else reduce $points[] as $point ([0, 1]; [.[0] * $point[1] + $point[0] * .[1], .[1] * $point[1]])
        | [.[0], .[1] * ($points | length)] end) as $overall
| (if $overall == null then ""
   else ([$plan.edges[] | select($overall[0] * .[1] >= .[0] * $overall[1])] | length) as $place
        | (if any($plan.dimensions[].practices[] | select(.core); ($answers[.id] // 0) <= $plan.core.at_most)
           then [$place, $plan.core.cap] | min else $place end) as $place
        | $plan.bands[$place] end) as $band
| [.id, .organisation, .role, (($points + [$overall])[] | if . == null then "" else half_up | text end), $band]
| join(",")

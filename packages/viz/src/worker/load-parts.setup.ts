// A session loads these by itself when its first picture is drawn. Test files share their modules: one that ended while such a part was on its way
// left it broken for those that came after.
import '../source/gunzip.ts'
import './outline-answers.ts'
import './panel-answers.ts'
import './pictures/compose-lineage.ts'
